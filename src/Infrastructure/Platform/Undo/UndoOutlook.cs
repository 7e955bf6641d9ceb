using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>Says of many changes at once whether they could be taken back now: a few questions for each table, whatever the number of rows.</summary>
public static class UndoOutlook
{
    /// <summary>Why each entry cannot be taken back, or null when it can. Nothing is changed.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="entries">Entries of one member, with whatever they undid since among them.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyDictionary<Guid, Refusal?>> LookAsync(CrmUnit unit, IReadOnlyList<UndoEntry> entries, CancellationToken ct)
    {
        var types = UndoReplay.Types(unit.Db);
        var open = entries.Where(entry => entry.UndoneAt is null).ToDictionary(entry => entry, UndoneVersions.Steps);
        var undone = UndoneVersions.Of(entries);
        var (versions, followers) = (new Dictionary<Guid, long>(), new List<Follower>());
        foreach (var table in open.Values.SelectMany(steps => steps).ToLookup(step => step.Table))
        {
            foreach (var row in await VersionsAsync(unit, table.Key, [.. table.Select(step => step.Id).Distinct()], ct)) versions[row.Id] = row.Version;
            var added = table.Where(step => step.Was == EntityState.Added).Select(step => step.Id).Distinct().ToArray();
            if (added.Length == 0) continue;
            foreach (var link in types[table.Key].GetReferencingForeignKeys()) followers.AddRange(await FollowersAsync(unit, link, added, ct));
        }

        var following = followers.ToLookup(follower => follower.Of, follower => follower.Id);
        return entries.ToDictionary(entry => entry.Id, entry => !open.TryGetValue(entry, out var steps) ? UndoRefusals.AlreadyUndone : Refuse(entry, steps));

        Refusal? Refuse(UndoEntry entry, List<UndoStep> steps)
        {
            var together = steps.Select(step => step.Id).ToHashSet();
            var inTheWay = steps.FindAll(step => !Stands(entry, step) || (step.Was == EntityState.Added && following[step.Id].Any(id => !together.Contains(id))));
            return inTheWay.Count == 0 ? null : UndoRefusals.ChangedSince(inTheWay.Select(step => step.Name).FirstOrDefault(name => name is not null));
        }

        bool Stands(UndoEntry entry, UndoStep step) => versions.TryGetValue(step.Id, out var version)
            ? step.Was != EntityState.Deleted && undone.Stands(version, step.Id, entry.SavedAs)
            : step.Was == EntityState.Deleted;
    }

    // Names of tables and columns come from the model.
    private static Task<List<RowVersion>> VersionsAsync(CrmUnit unit, string table, Guid[] ids, CancellationToken ct)
    {
        var sql = $$"""select id as "Id", xmin::text::bigint as "Version" from {{table}} where org_id = {0} and id = any ({1})""";
        return unit.Db.Database.SqlQueryRaw<RowVersion>(sql, unit.Db.OrgId, ids).ToListAsync(ct);
    }

    private static Task<List<Follower>> FollowersAsync(CrmUnit unit, IForeignKey link, Guid[] ids, CancellationToken ct)
    {
        var column = link.Properties[^1].GetColumnName();
        var sql = $$"""select {{column}} as "Of", id as "Id" from {{link.DeclaringEntityType.GetTableName()}} where org_id = {0} and {{column}} = any ({1})""";
        return unit.Db.Database.SqlQueryRaw<Follower>(sql, unit.Db.OrgId, ids).ToListAsync(ct);
    }

    private sealed record RowVersion(Guid Id, long Version);

    private sealed record Follower(Guid Of, Guid Id);
}
