using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>Everything the page of a person shows beside the timeline.</summary>
public sealed class PersonQuery(CrmWork work, CurrentMember me, ContactSight sight, IEnumerable<ITellOfContacts> rooms)
{
    /// <summary>People shown who live together.</summary>
    public const int HousemateLimit = 10;

    public async Task<Outcome<PersonDetail>> ReadAsync(Guid contactId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.read", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, seen) = (unit.Db, sight.Visible(unit.Db, ContactPermissions.Read).AsNoTracking());
        var found = await seen.Where(person => person.Id == contactId).Select(person => new
        {
            Person = person,
            Company = db.Companies.Where(company => company.Id == person.CompanyId).Select(company => company.Name).FirstOrDefault(),
            Household = db.Households.Where(household => household.Id == person.HouseholdId).Select(household => household.Name).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct);
        if (found is null) return Refusal.NotFound;

        var person = found.Person;
        var reaches = await db.ContactReaches.AsNoTracking().Where(reach => reach.ContactId == contactId).OrderBy(reach => reach.CreatedAt).ThenBy(reach => reach.Id).ToListAsync(ct);
        var addresses = await db.ContactAddresses.AsNoTracking().Where(address => address.ContactId == contactId).OrderBy(address => address.Position).ToListAsync(ct);
        var days = await db.ContactDates.AsNoTracking().Where(day => day.ContactId == contactId).ToListAsync(ct);
        var tags = await db.RecordTags.AsNoTracking().Where(tag => tag.EntityId == contactId).Join(db.Tags, on => on.TagId, tag => tag.Id, (on, tag) => new TagChoice(tag.Id, tag.Name)).ToListAsync(ct);
        var consents = await db.Consents.AsNoTracking().Where(consent => consent.ContactId == contactId).OrderByDescending(consent => consent.At).ThenByDescending(consent => consent.Id).ToListAsync(ct);
        var own = await db.CustomValues.AsNoTracking().Where(value => value.EntityId == contactId).ToDictionaryAsync(value => value.FieldId, value => value.Text, ct);
        IReadOnlyList<PersonLink> housemates = person.HouseholdId is not { } home ? [] : await seen.Where(other => other.HouseholdId == home && other.Id != contactId)
            .OrderBy(other => other.FirstName).ThenBy(other => other.Id).Take(HousemateLimit).Select(other => new PersonLink(other.Id, other.FirstName + " " + other.LastName)).ToListAsync(ct);
        var records = new List<ContactRecord>();
        foreach (var room in rooms) records.AddRange(await room.RecordsAsync(unit, contactId, ct));

        return new PersonDetail(
            person.Id, person.Name, person.Facts(), found.Company, found.Household, person.OwnerId, person.DoNotCallSince, person.LastTouchAt, reaches, addresses,
            [.. days.OrderBy(day => day.NextOn(me.DayOf(unit.At)))], [.. tags.OrderBy(tag => tag.Name, StringComparer.CurrentCultureIgnoreCase)], consents, Standings(person, consents), own, housemates, records,
            await MayEditAsync(unit, contactId, ct), me.May(ContactPermissions.RecordConsent));
    }

    // Whoever may change as far as they may read need not be asked for again.
    private async Task<bool> MayEditAsync(CrmUnit unit, Guid contactId, CancellationToken ct) =>
        me.ScopeOf(ContactPermissions.Edit) is { } scope && (scope >= me.ScopeOf(ContactPermissions.Read) || await sight.Visible(unit.Db, ContactPermissions.Edit).AnyAsync(one => one.Id == contactId, ct));

    private static IReadOnlyList<ConsentStanding> Standings(Contact person, IReadOnlyList<Consent> consents) =>
    [
        .. from channel in Enum.GetValues<ConsentChannel>() from purpose in Enum.GetValues<ConsentPurpose>()
           select new ConsentStanding(channel, purpose, consents.FirstOrDefault(consent => consent.Channel == channel && consent.Purpose == purpose), Consent.Standing(person, consents, channel, purpose).IsDone),
    ];
}

/// <summary>A person as one member may see them.</summary>
public sealed record PersonDetail(
    Guid Id, string Name, ContactFacts Facts, string? Company, string? Household, Guid? OwnerId, DateTimeOffset? DoNotCallSince, DateTimeOffset? LastTouchAt,
    IReadOnlyList<ContactReach> Reaches, IReadOnlyList<ContactAddress> Addresses, IReadOnlyList<ContactDate> Days, IReadOnlyList<TagChoice> Tags,
    IReadOnlyList<Consent> Consents, IReadOnlyList<ConsentStanding> Standings, IReadOnlyDictionary<Guid, string> Own, IReadOnlyList<PersonLink> Housemates, IReadOnlyList<ContactRecord> Records,
    bool MayEdit, bool MayConsent);

/// <summary>Somebody, by name.</summary>
public sealed record PersonLink(Guid Id, string Name);

/// <summary>Whether a person may be reached over a channel for a purpose today, and the newest word about it.</summary>
public sealed record ConsentStanding(ConsentChannel Channel, ConsentPurpose Purpose, Consent? Newest, bool Holds);
