using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.UseCases;

/// <summary>Writes down that a borrower agreed to be reached, or took it back. Rows are only added: what was once said stays readable.</summary>
public sealed class RecordConsent(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId, Guid ContactId, ConsentWord Word);

    /// <returns>What was done. There is no way back: who was wrong writes down what holds.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.consents.record", ContactPermissions.RecordConsent, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, ContactPermissions.RecordConsent);
        var contact = await unit.Db.Contacts.AsNoTracking().SingleOrDefaultAsync(
            c => c.Id == input.ContactId && unit.Db.LoanParties.Any(party => party.ContactId == c.Id && party.LoanId == input.LoanId && loans.Any(loan => loan.Id == party.LoanId)), ct);
        if (contact is null) return Refusal.NotFound;
        var recorded = Consent.Record(contact, input.Word, me.Id, unit.At);
        if (recorded.Value is not { } consent) return recorded.Refusal!;

        unit.Db.Consents.Add(consent);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(consent.IsGiven ? $"Recorded the consent of {contact.Name}" : $"Recorded that {contact.Name} withdrew", null) : saved.Refusal;
    }
}
