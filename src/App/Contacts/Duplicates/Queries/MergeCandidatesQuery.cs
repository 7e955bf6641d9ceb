using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Contacts;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.Queries;

/// <summary>A record and those it could be merged with.</summary>
public sealed record MergeCandidates(DuplicateSide Record, IReadOnlyList<KnownAlike> Alike, IReadOnlyList<DuplicateSide> Found);

/// <summary>For "Merge with…" on a record's page: those that look like it, and those a typed e-mail address, number or beginning of a last name finds.</summary>
public sealed class MergeCandidatesQuery(CrmWork work, MergeSight sight)
{
    /// <summary>Most records of each sort.</summary>
    public const int Limit = 20;

    public async Task<Outcome<MergeCandidates>> ReadAsync(DuplicateKind kind, Guid id, string? typed, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.merge.candidates", ContactPermissions.Merge, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, mine) = (unit.Db, sight.Ids(unit.Db, kind));
        if (!await mine.ContainsAsync(id, ct)) return Refusal.NotFound;
        var pairs = await DuplicateBlocks.OfAsync(unit, kind, [id], ct);
        var alike = (await DuplicateTraits.CompareAsync(db, kind, [.. pairs], ct)).Select(found => (Id: found.Pair.First == id ? found.Pair.Second : found.Pair.First, found.Likeness)).OrderByDescending(one => one.Likeness.Strength).Take(Limit).ToList();
        var allowed = await mine.Where(other => alike.Select(one => one.Id).Contains(other)).ToListAsync(ct);
        var found = string.IsNullOrWhiteSpace(typed) ? [] : await FindAsync(db, kind, mine, typed.Trim(), id, ct);
        var sides = await DuplicatesQuery.SidesAsync(db, kind, [id, .. allowed, .. found], ct);
        return new MergeCandidates(sides[id], [.. alike.Where(one => allowed.Contains(one.Id)).Select(one => new KnownAlike(sides[one.Id], one.Likeness))], [.. found.Select(other => sides[other])]);
    }

    // By equality and by beginnings only: what an index serves behind the fence.
    private static Task<List<Guid>> FindAsync(CrmDbContext db, DuplicateKind kind, IQueryable<Guid> mine, string typed, Guid but, CancellationToken ct)
    {
        var (lower, digits) = (typed.ToLowerInvariant(), PhoneNumber.Digits(typed));
        var (from, to) = (lower, lower + '\uffff');
        var ids = kind == DuplicateKind.People
            ? db.Contacts.Where(contact => contact.EmailKey == lower || (digits != "" && contact.PhoneKey == digits)
                || (string.Compare(EF.Property<string>(contact, ContactTwins.NameKey), from) >= 0 && string.Compare(EF.Property<string>(contact, ContactTwins.NameKey), to) < 0)
                || contact.LastName == typed).OrderBy(contact => contact.LastName).ThenBy(contact => contact.Id).Select(contact => contact.Id)
            : db.Companies.Where(company => company.Domain == lower || (digits != "" && company.PhoneKey == digits) || (string.Compare(company.NameKey, from) >= 0 && string.Compare(company.NameKey, to) < 0))
                .OrderBy(company => company.Name).ThenBy(company => company.Id).Select(company => company.Id);
        return ids.Where(id => id != but && mine.Contains(id)).Take(Limit).ToListAsync(ct);
    }
}
