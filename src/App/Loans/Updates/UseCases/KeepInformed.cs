using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Updates.UseCases;

/// <summary>Says whether a person on a loan gets status updates.</summary>
public sealed class KeepInformed(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid PartyId, bool IsInformed);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.updates.inform", UpdatePermissions.Send, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, UpdatePermissions.Send);
        var party = await unit.Db.LoanParties.SingleOrDefaultAsync(p => p.Id == input.PartyId && loans.Any(loan => loan.Id == p.LoanId), ct);
        if (party is null) return Refusal.NotFound;
        var contact = await unit.Db.Contacts.AsNoTracking().SingleAsync(c => c.Id == party.ContactId, ct);
        if (input.IsInformed && contact.Email is null) return UpdateRefusals.NoAddress(contact.Name);
        if (party.KeepInformed(input.IsInformed) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = input.IsInformed ? $"{contact.Name} gets status updates" : $"{contact.Name} gets no status updates";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
