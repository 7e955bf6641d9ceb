using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Notes when a disclosure was received as can be proven; that takes the place of the presumption.</summary>
public sealed class ReceiveDisclosure(CrmWork work, CurrentMember me)
{
    /// <param name="SeenVersion">The version of the disclosure the person was looking at; a newer one refuses.</param>
    public sealed record Input(Guid DisclosureId, uint SeenVersion, DateOnly ReceivedOn, string? Evidence);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.receive-disclosure", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit);
        var disclosure = await unit.Db.Disclosures.SingleOrDefaultAsync(d => d.Id == input.DisclosureId && loans.Any(loan => loan.Id == d.LoanId), ct);
        if (disclosure is null) return Refusal.NotFound;
        if (disclosure.Version != input.SeenVersion) return Refusal.ChangedMeanwhile;
        if (disclosure.Receive(input.ReceivedOn, input.Evidence, me.DayOf(unit.At)) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"{disclosure.RecordName} was received on {LoanWords.Day(input.ReceivedOn, me.DayOf(unit.At))}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
