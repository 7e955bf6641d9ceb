using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Writes down that a person agreed to be reached, or took it back. Rows are only added: what was once said stays readable.</summary>
public sealed class RecordPersonConsent(CrmWork work, CurrentMember me, ContactSight sight)
{
    public sealed record Input(Guid ContactId, ConsentWord Word);

    /// <returns>What was done. There is no way back: who was wrong writes down what holds.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.record-consent", ContactPermissions.RecordConsent, ct);
        if (unit.Refused is { } refused) return refused;
        var contact = await sight.FindAsync(unit.Db, input.ContactId, ContactPermissions.RecordConsent, ct);
        if (contact is null) return Refusal.NotFound;
        var recorded = Consent.Record(contact, input.Word, me.Id, unit.At);
        if (recorded.Value is not { } consent) return recorded.Refusal!;

        unit.Db.Consents.Add(consent);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(consent.IsGiven ? $"Recorded the consent of {contact.Name}" : $"Recorded that {contact.Name} withdrew", null) : saved.Refusal;
    }
}
