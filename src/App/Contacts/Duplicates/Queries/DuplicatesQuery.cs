using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.Queries;

/// <summary>Where the next page of pairs begins.</summary>
public sealed record DuplicateKey(int Strength, Guid Id);

/// <summary>One record of a pair.</summary>
public sealed record DuplicateSide(Guid Id, string Name, string? Email, string? Phone, string? Place, string? Owner, DateTimeOffset CreatedAt);

/// <summary>Two records that look like one.</summary>
public sealed record DuplicateRow(Guid Id, DuplicateSide First, DuplicateSide Second, int Strength, IReadOnlyList<string> Reasons);

/// <summary>Pairs, the strongest first.</summary>
/// <param name="Rows">The pairs.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="LookedAt">When duplicates were last looked for; null when never.</param>
public sealed record DuplicatesView(IReadOnlyList<DuplicateRow> Rows, DuplicateKey? Next, DateTimeOffset? LookedAt);

/// <summary>Pairs of records the member may merge, of which nobody said that they are two.</summary>
public sealed class DuplicatesQuery(CrmWork work, MergeSight sight)
{
    /// <summary>Pairs on one page.</summary>
    public const int PageSize = 50;

    public async Task<Outcome<DuplicatesView>> ReadAsync(DuplicateKind kind, DuplicateKey? after, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.duplicates", ContactPermissions.Merge, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, mine) = (unit.Db, sight.Ids(unit.Db, kind));
        var pairs = db.DuplicatePairs.AsNoTracking()
            .Where(pair => pair.Kind == kind && mine.Contains(pair.FirstId) && mine.Contains(pair.SecondId))
            .Where(pair => !db.PairDismissals.Any(said => said.FirstId == pair.FirstId && said.SecondId == pair.SecondId));
        if (after is not null) pairs = pairs.Where(pair => pair.Strength < after.Strength || (pair.Strength == after.Strength && pair.Id < after.Id));
        var page = await pairs.OrderByDescending(pair => pair.Strength).ThenByDescending(pair => pair.Id).Take(PageSize + 1).ToListAsync(ct);
        var looked = await db.DuplicateSearches.AsNoTracking().Where(search => search.Kind == kind).MaxAsync(search => search.LookedAt, ct);

        var shown = page.Take(PageSize).ToList();
        var sides = await SidesAsync(db, kind, [.. shown.SelectMany(pair => new[] { pair.FirstId, pair.SecondId }).Distinct()], ct);
        return new DuplicatesView(
            [.. shown.Where(pair => sides.ContainsKey(pair.FirstId) && sides.ContainsKey(pair.SecondId)).Select(pair => new DuplicateRow(pair.Id, sides[pair.FirstId], sides[pair.SecondId], pair.Strength, pair.Reasons.Split(Likeness.Between)))],
            page.Count > PageSize ? new DuplicateKey(shown[^1].Strength, shown[^1].Id) : null, looked);
    }

    /// <summary>Some records as they are shown side by side.</summary>
    /// <param name="db">The context.</param>
    /// <param name="kind">What sort of records.</param>
    /// <param name="ids">The records.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="among">Only those; null where that was looked at already.</param>
    internal static async Task<Dictionary<Guid, DuplicateSide>> SidesAsync(CrmDbContext db, DuplicateKind kind, Guid[] ids, CancellationToken ct, IQueryable<Guid>? among = null)
    {
        if (ids.Length == 0) return [];
        var (people, companies) = (db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.Id)), db.Companies.AsNoTracking().Where(company => ids.Contains(company.Id)));
        if (among is not null) (people, companies) = (people.Where(contact => among.Contains(contact.Id)), companies.Where(company => among.Contains(company.Id)));
        var sides = kind == DuplicateKind.People
            ? people.Select(contact => new DuplicateSide(
                contact.Id, (contact.FirstName + " " + contact.LastName).Trim(), contact.Email, contact.Phone,
                db.ContactAddresses.Where(address => address.ContactId == contact.Id).OrderBy(address => address.Position).Select(address => (address.Street ?? "") + " " + (address.City ?? "") + " " + (address.State ?? "") + " " + (address.Zip ?? "")).FirstOrDefault() ?? contact.State,
                db.Members.Where(member => member.Id == contact.OwnerId).Select(member => member.FirstName + " " + member.LastName).FirstOrDefault(), contact.CreatedAt))
            : companies.Select(company => new DuplicateSide(
                company.Id, company.Name, company.Email ?? company.Domain, company.Phone, (company.Street ?? "") + " " + (company.City ?? "") + " " + (company.State ?? "") + " " + (company.Zip ?? ""),
                db.Members.Where(member => member.Id == company.OwnerId).Select(member => member.FirstName + " " + member.LastName).FirstOrDefault(), company.CreatedAt));
        return await sides.ToDictionaryAsync(side => side.Id, ct);
    }
}
