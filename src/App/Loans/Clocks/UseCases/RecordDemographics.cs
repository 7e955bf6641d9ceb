using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Writes down who a borrower is, for the register alone. What was written before stays beside it; the newest counts.</summary>
public sealed class RecordDemographics(CrmWork work, CurrentMember me)
{
    /// <param name="SeenNumber">The last record of the borrower the person knew of, 0 for none; another one meanwhile refuses.</param>
    public sealed record Input(Guid LoanId, Guid PartyId, int SeenNumber, DemographicAnswers Answers);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.record-demographics", HmdaPermissions.Collect, ct);
        if (unit.Refused is { } refused) return refused;

        var party = await unit.Db.Loans.VisibleTo(me, HmdaPermissions.Collect).Where(loan => loan.Id == input.LoanId)
            .Join(unit.Db.LoanParties.AsNoTracking(), loan => loan.Id, one => one.LoanId, (loan, one) => one).Where(one => one.Id == input.PartyId)
            .Select(one => new { Party = one, Last = unit.Db.DemographicRecords.Where(kept => kept.PartyId == one.Id).Max(kept => (int?)kept.Number) ?? 0, Name = unit.Db.Contacts.Where(contact => contact.Id == one.ContactId).Select(contact => contact.FirstName + " " + contact.LastName).First() })
            .SingleOrDefaultAsync(ct);
        if (party is null) return Refusal.NotFound;
        if (party.Last != input.SeenNumber) return HmdaRefusals.CollectedMeanwhile;

        var collected = DemographicRecord.Collect(party.Party, party.Last + 1, input.Answers, me.DayOf(unit.At), me.Id);
        if (collected.Value is not { } kept) return collected.Refusal!;
        unit.Db.DemographicRecords.Add(kept);

        var summary = $"Recorded the demographic information of {party.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => HmdaRefusals.CollectedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
