using System.Text.Json;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>The way back of a part of a save, for work that is taken back piece by piece: the rows of an import.</summary>
public static class WayBack
{
    /// <summary>How to take back what the unit is about to do to these rows, as JSON. Null when it does nothing to them.</summary>
    /// <remarks>Call <c>ChangeTracker.DetectChanges</c> first.</remarks>
    public static string? Of(CrmUnit unit, IEnumerable<Entity> rows)
    {
        var steps = rows.Select(row => unit.Db.Entry(row))
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(UndoInterceptor.StepBack).ToList();
        return steps.Count == 0 ? null : JsonSerializer.Serialize(steps, Json.Options);
    }

    /// <summary>Takes ways back that one save made; the caller saves. Of each either everything is taken back, or nothing when a row was changed since.</summary>
    /// <returns>The ways that were taken.</returns>
    public static async Task<IReadOnlySet<string>> GoBackAsync(this CrmUnit unit, IReadOnlyList<string> ways, long savedAs, CancellationToken ct)
    {
        var all = ways.Select(way => (Way: way, Steps: Steps(way))).ToList();
        await UndoReplay.LoadAsync(unit, all.SelectMany(way => way.Steps), ct);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (way, steps) in all)
            if ((await UndoReplay.ReplayAsync(unit, steps, savedAs, UndoneVersions.None, ct)).IsDone) taken.Add(way);
        return taken;
    }

    private static List<UndoStep> Steps(string wayBack) => JsonSerializer.Deserialize<List<UndoStep>>(wayBack, Json.Options)!;
}
