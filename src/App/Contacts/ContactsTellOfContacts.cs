using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts;

/// <summary>What this room itself knows of a person: what was written on them, and what they said about being reached.</summary>
public sealed class ContactsTellOfContacts : ITellOfContacts
{
    public bool ShowsAmounts(CurrentMember me) => true;

    public async Task<IReadOnlyList<ContactLine>> TellAsync(CrmUnit unit, Guid contactId, TimelineMark? before, int most, CancellationToken ct)
    {
        var activities = await unit.Db.Activities.AsNoTracking().Where(activity => activity.EntityType == ContactTables.Contacts && activity.EntityId == contactId).Older(before, most).ToListAsync(ct);
        var consents = unit.Db.Consents.AsNoTracking().Where(consent => consent.ContactId == contactId);
        if (before is { At: var at, Id: var id }) consents = consents.Where(consent => EF.Functions.LessThan(ValueTuple.Create(consent.At, consent.Id), ValueTuple.Create(at, id)));
        var words = await consents.OrderByDescending(consent => consent.At).ThenByDescending(consent => consent.Id).Take(most).ToListAsync(ct);
        return
        [
            .. activities.Select(activity => activity.LineOf()),
            .. words.Select(word => new ContactLine(word.Id, word.At, "shield", word.RecordedBy,
                $"{(word.RecordedBy is null ? "The person" : "noted that they")} {(word.IsGiven ? "agreed to" : "withdrew")} {ContactWords.Of(word.Purpose).ToLowerInvariant()} by {ContactWords.Of(word.Channel).ToLowerInvariant()}, {ContactWords.Of(word.Method)}")),
        ];
    }

    public Task<IReadOnlyList<ContactRecord>> RecordsAsync(CrmUnit unit, Guid contactId, CancellationToken ct) => Task.FromResult<IReadOnlyList<ContactRecord>>([]);
}
