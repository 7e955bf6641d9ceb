using CrmStudio.App.Contacts.Views;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>
/// Windows of the ordered list of people by keyset. People seen in several ways are read way by way, each along its own index, and put together:
/// one statement, whatever somebody sees. Silence without a beginning stands before the longest one.
/// </summary>
/// <param name="db">The context.</param>
/// <param name="ways">The people that match, by the ways the member sees them.</param>
/// <param name="sort">What they are sorted by.</param>
/// <param name="isDescending">Which way.</param>
internal sealed class PeopleWindow(CrmDbContext db, IReadOnlyList<IQueryable<Contact>> ways, PeopleSort sort, bool isDescending)
{
    /// <summary>Reads the rows after a row, or before it; without a row, the first ones.</summary>
    public async Task<List<PeopleRow>> RowsAsync(PeopleRow? from, bool isBack, int size, CancellationToken ct)
    {
        var (rows, isUp) = (new List<PeopleRow>(size), isDescending == isBack);
        foreach (var leg in Legs(from, isUp))
        {
            if (ways.Count == 0) break;
            rows.AddRange(await RowsOf(db, Together(leg, size - rows.Count)).ToListAsync(ct));
            if (rows.Count == size) break;
        }
        if (isBack) rows.Reverse();
        return await WithWordsAsync(db, rows, ct);
    }

    /// <summary>How many there are, counted no further than the cap.</summary>
    public async Task<int> CountAsync(int cap, CancellationToken ct) => ways.Count == 0 ? 0
        : await ways.Select(way => way.Select(person => person.Id).Take(cap)).Aggregate((one, other) => one.Union(other)).Take(cap).CountAsync(ct);

    /// <summary>Single people as rows, with their tags and own fields.</summary>
    public static async Task<List<PeopleRow>> RowsAsync(CrmDbContext db, IQueryable<Contact> people, CancellationToken ct) => await WithWordsAsync(db, await RowsOf(db, people).ToListAsync(ct), ct);

    private IQueryable<Contact> Together(Func<IQueryable<Contact>, IOrderedQueryable<Contact>> leg, int size)
    {
        if (ways is [var only]) return leg(only).Take(size);
        var ids = ways.Select(way => leg(way).Take(size).Select(person => person.Id)).Aggregate((one, other) => one.Union(other));
        return leg(db.Contacts.AsNoTracking().Where(person => ids.Contains(person.Id))).Take(size);
    }

    private IEnumerable<Func<IQueryable<Contact>, IOrderedQueryable<Contact>>> Legs(PeopleRow? from, bool isUp) => sort switch
    {
        PeopleSort.Name => [people => ByName(from is null ? people : BeyondName(people, from, isUp), isUp)],
        PeopleSort.Created => [people => ByAge(from is null ? people : BeyondAge(people, from, isUp), isUp)],
        _ => isUp ? Silent(from, isUp).Concat(Touched(from, isUp)) : Touched(from, isUp).Concat(Silent(from, isUp)),
    };

    // Those nobody ever spoke with, by id: passed already when going up from somebody who was.
    private static IEnumerable<Func<IQueryable<Contact>, IOrderedQueryable<Contact>>> Silent(PeopleRow? from, bool isUp)
    {
        if (isUp && from is { LastTouchAt: not null }) yield break;
        var id = from is { LastTouchAt: null } ? from.Id : (Guid?)null;
        yield return people =>
        {
            var silent = people.Where(person => person.LastTouchAt == null);
            if (id is { } at) silent = isUp ? silent.Where(person => person.Id > at) : silent.Where(person => person.Id < at);
            return isUp ? silent.OrderBy(person => person.Id) : silent.OrderByDescending(person => person.Id);
        };
    }

    private static IEnumerable<Func<IQueryable<Contact>, IOrderedQueryable<Contact>>> Touched(PeopleRow? from, bool isUp)
    {
        if (!isUp && from is { LastTouchAt: null }) yield break;
        yield return people =>
        {
            var touched = people.Where(person => person.LastTouchAt != null);
            if (from is { LastTouchAt: { } at, Id: var id })
                touched = isUp
                    ? touched.Where(person => EF.Functions.GreaterThan(ValueTuple.Create(person.LastTouchAt, person.Id), ValueTuple.Create((DateTimeOffset?)at, id)))
                    : touched.Where(person => EF.Functions.LessThan(ValueTuple.Create(person.LastTouchAt, person.Id), ValueTuple.Create((DateTimeOffset?)at, id)));
            return isUp ? touched.OrderBy(person => person.LastTouchAt).ThenBy(person => person.Id) : touched.OrderByDescending(person => person.LastTouchAt).ThenByDescending(person => person.Id);
        };
    }

    private static IOrderedQueryable<Contact> ByName(IQueryable<Contact> people, bool isUp) => isUp
        ? people.OrderBy(person => person.LastName).ThenBy(person => person.FirstName).ThenBy(person => person.Id)
        : people.OrderByDescending(person => person.LastName).ThenByDescending(person => person.FirstName).ThenByDescending(person => person.Id);

    private static IQueryable<Contact> BeyondName(IQueryable<Contact> people, PeopleRow from, bool isUp)
    {
        var (last, first, id) = (from.LastName, from.FirstName, from.Id);
        return isUp
            ? people.Where(person => EF.Functions.GreaterThan(ValueTuple.Create(person.LastName, person.FirstName, person.Id), ValueTuple.Create(last, first, id)))
            : people.Where(person => EF.Functions.LessThan(ValueTuple.Create(person.LastName, person.FirstName, person.Id), ValueTuple.Create(last, first, id)));
    }

    private static IOrderedQueryable<Contact> ByAge(IQueryable<Contact> people, bool isUp) => isUp
        ? people.OrderBy(person => person.CreatedAt).ThenBy(person => person.Id)
        : people.OrderByDescending(person => person.CreatedAt).ThenByDescending(person => person.Id);

    private static IQueryable<Contact> BeyondAge(IQueryable<Contact> people, PeopleRow from, bool isUp)
    {
        var (at, id) = (from.CreatedAt, from.Id);
        return isUp
            ? people.Where(person => EF.Functions.GreaterThan(ValueTuple.Create(person.CreatedAt, person.Id), ValueTuple.Create(at, id)))
            : people.Where(person => EF.Functions.LessThan(ValueTuple.Create(person.CreatedAt, person.Id), ValueTuple.Create(at, id)));
    }

    private static IQueryable<PeopleRow> RowsOf(CrmDbContext db, IQueryable<Contact> people) => people.Select(person => new PeopleRow(
        person.Id, person.Version, person.FirstName, person.LastName, person.Kind, person.CompanyId, db.Companies.Where(company => company.Id == person.CompanyId).Select(company => company.Name).FirstOrDefault(),
        person.Email, person.Phone, person.State, person.OwnerId, person.LastTouchAt, person.DoNotCallSince, person.Source, person.JobTitle, person.CreatedAt));

    private static async Task<List<PeopleRow>> WithWordsAsync(CrmDbContext db, List<PeopleRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return rows;
        var ids = rows.Select(row => row.Id).ToArray();
        var tags = (await db.RecordTags.AsNoTracking().Where(tag => ids.Contains(tag.EntityId))
            .Join(db.Tags, on => on.TagId, tag => tag.Id, (on, tag) => new { on.EntityId, tag.Name }).ToListAsync(ct)).ToLookup(tag => tag.EntityId, tag => tag.Name);
        var own = (await db.CustomValues.AsNoTracking().Where(value => ids.Contains(value.EntityId)).Select(value => new { value.EntityId, value.FieldId, value.Text }).ToListAsync(ct)).ToLookup(value => value.EntityId);
        return rows.ConvertAll(row => row with { Tags = string.Join(", ", tags[row.Id].Order(StringComparer.CurrentCultureIgnoreCase)), Own = own[row.Id].ToDictionary(value => value.FieldId, value => value.Text) });
    }
}
