using System.Text.Json;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>The way back of a part of a save, for work that is taken back piece by piece: one row of an import at a time.</summary>
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

    /// <summary>The rows of a table a way back would remove.</summary>
    public static IReadOnlyList<Guid> Added(string wayBack, string table) =>
        [.. Steps(wayBack).Where(step => step.Was == EntityState.Added && step.Table == table).Select(step => step.Id)];

    /// <summary>Takes the way back, leaving out rows of one table; the caller saves. Does nothing at all when a row was changed since.</summary>
    public static Task<Outcome> GoBackAsync(this CrmUnit unit, string wayBack, long savedAs, string except, CancellationToken ct) =>
        UndoReplay.ReplayAsync(unit, [.. Steps(wayBack).Where(step => step.Table != except)], savedAs, ct);

    private static List<UndoStep> Steps(string wayBack) => JsonSerializer.Deserialize<List<UndoStep>>(wayBack, Json.Options)!;
}
