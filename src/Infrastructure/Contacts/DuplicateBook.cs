using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Contacts;

/// <summary>Writes the pairs a look found, and forgets those it did not find again.</summary>
public static class DuplicateBook
{
    private const int Chunk = 5_000;

    /// <summary>Writes pairs with what was found out about them.</summary>
    public static async Task WriteAsync(CrmUnit unit, DuplicateKind kind, IReadOnlyList<((Guid First, Guid Second) Pair, Likeness Likeness)> found, CancellationToken ct)
    {
        foreach (var some in found.Chunk(Chunk))
        {
            await unit.Db.Database.ExecuteSqlAsync(
                $"""
                insert into duplicate_pairs (org_id, id, kind, first_id, second_id, strength, reasons, created_at, updated_at)
                select {unit.Db.OrgId}, unnest({some.Select(_ => Guid.CreateVersion7()).ToArray()}), {kind.ToString()}, unnest({some.Select(one => one.Pair.First).ToArray()}), unnest({some.Select(one => one.Pair.Second).ToArray()}),
                    unnest({some.Select(one => one.Likeness.Strength).ToArray()}), unnest({some.Select(one => Short(one.Likeness.InWords)).ToArray()}), {unit.At}, {unit.At}
                on conflict (org_id, first_id, second_id) do update set strength = excluded.strength, reasons = excluded.reasons, updated_at = excluded.updated_at
                """,
                ct);
        }
    }

    /// <summary>Forgets pairs this look did not find: all of them, or those of some records.</summary>
    public static Task ForgetAsync(CrmUnit unit, DuplicateKind kind, IReadOnlyCollection<Guid>? of, CancellationToken ct)
    {
        var pairs = unit.Db.DuplicatePairs.Where(pair => pair.Kind == kind && pair.UpdatedAt < unit.At);
        if (of is not null) pairs = pairs.Where(pair => of.Contains(pair.FirstId) || of.Contains(pair.SecondId));
        return pairs.ExecuteDeleteAsync(ct);
    }

    private static string Short(string reasons) => reasons.Length <= DuplicatePair.ReasonsMaxLength ? reasons : reasons[..DuplicatePair.ReasonsMaxLength];
}
