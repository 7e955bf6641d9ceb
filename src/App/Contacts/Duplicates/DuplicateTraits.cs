using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates;

/// <summary>Reads what records are recognised by, some thousand at a time.</summary>
public static class DuplicateTraits
{
    private const int Chunk = 10_000;

    /// <summary>Compares pairs and keeps those that are worth a look, some thousand at a time so that a large book needs no large memory.</summary>
    public static async Task<List<((Guid First, Guid Second) Pair, Likeness Likeness)>> CompareAsync(CrmDbContext db, DuplicateKind kind, IReadOnlyCollection<(Guid First, Guid Second)> pairs, CancellationToken ct)
    {
        var found = new List<((Guid First, Guid Second) Pair, Likeness Likeness)>();
        foreach (var some in pairs.Order().Chunk(Chunk))
        {
            var of = await ComparerAsync(db, kind, [.. some.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()], ct);
            found.AddRange(some.Select(pair => (Pair: pair, Likeness: of(pair.First, pair.Second))).Where(one => one.Likeness.IsWorthALook));
        }
        return found;
    }

    private static async Task<Func<Guid, Guid, Likeness>> ComparerAsync(CrmDbContext db, DuplicateKind kind, Guid[] ids, CancellationToken ct)
    {
        if (kind == DuplicateKind.People)
        {
            var people = await PeopleAsync(db, ids, ct);
            return (first, second) => people.TryGetValue(first, out var one) && people.TryGetValue(second, out var other) ? PersonLikeness.Of(one, other) : Likeness.None;
        }
        var companies = await CompaniesAsync(db, ids, ct);
        return (first, second) => companies.TryGetValue(first, out var one) && companies.TryGetValue(second, out var other) ? CompanyLikeness.Of(one, other) : Likeness.None;
    }

    /// <summary>What people are recognised by.</summary>
    public static async Task<Dictionary<Guid, PersonTraits>> PeopleAsync(CrmDbContext db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var traits = new Dictionary<Guid, PersonTraits>();
        foreach (var some in ids.Chunk(Chunk))
        {
            var reaches = (await db.ContactReaches.AsNoTracking().Where(reach => some.Contains(reach.ContactId)).Select(reach => new { reach.ContactId, reach.Kind, reach.Key }).ToListAsync(ct)).ToLookup(reach => reach.ContactId);
            var places = (await db.ContactAddresses.AsNoTracking().Where(address => some.Contains(address.ContactId)).Select(address => new { address.ContactId, address.Street, address.Zip }).ToListAsync(ct)).ToLookup(address => address.ContactId);
            var people = await db.Contacts.AsNoTracking().Where(contact => some.Contains(contact.Id))
                .Select(contact => new { contact.Id, contact.FirstName, contact.LastName, contact.State, contact.EmailKey, contact.PhoneKey }).ToListAsync(ct);
            foreach (var person in people)
                traits[person.Id] = new PersonTraits(
                    person.Id, person.FirstName, person.LastName, person.State,
                    [.. reaches[person.Id].Where(reach => reach.Kind == ReachKind.Email).Select(reach => reach.Key).Append(person.EmailKey).OfType<string>()],
                    [.. reaches[person.Id].Where(reach => reach.Kind == ReachKind.Phone).Select(reach => reach.Key).Append(person.PhoneKey).OfType<string>()],
                    [.. places[person.Id].Select(place => new PersonTraits.Place(place.Street, place.Zip))]);
        }
        return traits;
    }

    private static async Task<Dictionary<Guid, CompanyTraits>> CompaniesAsync(CrmDbContext db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var traits = new Dictionary<Guid, CompanyTraits>();
        foreach (var some in ids.Chunk(Chunk))
        {
            var companies = db.Companies.AsNoTracking().Where(company => some.Contains(company.Id))
                .Select(company => new CompanyTraits(company.Id, company.NameKey, company.Domain, company.PhoneKey, company.City, company.State, company.LicenceNumber));
            foreach (var company in await companies.ToListAsync(ct)) traits[company.Id] = company;
        }
        return traits;
    }
}
