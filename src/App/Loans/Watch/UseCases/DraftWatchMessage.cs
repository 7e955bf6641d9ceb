using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.UseCases;

/// <summary>Drafts a message to one borrower now, without waiting for the night. The same conditions hold.</summary>
public sealed class DraftWatchMessage(CrmWork work, CurrentMember me, WatchDesk desk)
{
    public sealed record Input(Guid LoanId, Guid ContactId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.draft", WatchPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, WatchPermissions.Work).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (loan.FundedOn is null) return WatchRefusals.NotFunded;
        var results = await desk.CompareAsync(unit, [loan], ct);
        var person = (await desk.PeopleAsync(unit, [loan], results, ct)).FirstOrDefault(known => known.Contact.Id == input.ContactId);
        if (person is null) return Refusal.NotFound;
        if (person.Draft.Value is not { } draft) return person.Draft.Refusal!;

        unit.Db.WatchMessages.Add(draft);
        var summary = $"Drafted a message to {person.Contact.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => WatchRefusals.DraftedAlready(person.Contact.Name));
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
