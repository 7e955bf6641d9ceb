using System.Text.Json;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>
/// Undoing a change puts a row back to what that change had found, under a new version number. Read backwards through such numbers a
/// row is still what an earlier change made of it, so that a member can go back step by step.
/// </summary>
internal sealed class UndoneVersions
{
    private readonly Dictionary<(long Version, Guid RowId), long> before = [];

    private UndoneVersions() { }

    /// <summary>Nothing was undone: a row's version is what it is.</summary>
    public static UndoneVersions None { get; } = new();

    /// <summary>Of the changes given, those that were undone.</summary>
    public static UndoneVersions Of(IEnumerable<UndoEntry> entries)
    {
        var versions = new UndoneVersions();
        foreach (var entry in entries)
            if (entry.UndoneAs is { } undoneAs)
                foreach (var step in Steps(entry))
                    if (step.Before is { } found) versions.before[(undoneAs, step.Id)] = found;
        return versions;
    }

    /// <summary>What the member who made a change undid since.</summary>
    public static async Task<UndoneVersions> SinceAsync(CrmUnit unit, UndoEntry entry, CancellationToken ct) =>
        Of(await unit.Db.UndoEntries.AsNoTracking().Where(later => later.MemberId == entry.MemberId && later.At >= entry.At && later.UndoneAs != null).ToListAsync(ct));

    /// <summary>Whether a row with a version is what the save numbered <paramref name="savedAs"/> made of it.</summary>
    public bool Stands(long version, Guid rowId, long savedAs)
    {
        while (version != savedAs)
            if (!before.TryGetValue((version, rowId), out version)) return false;
        return true;
    }

    internal static List<UndoStep> Steps(UndoEntry entry) => JsonSerializer.Deserialize<List<UndoStep>>(entry.Steps, Json.Options)!;
}
