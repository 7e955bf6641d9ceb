using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Integrations;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Integrations.Imports;

/// <summary>Steps the use cases of an import share.</summary>
internal static class ImportUnits
{
    /// <summary>An import of the member's own; those who import for the whole organization reach every one.</summary>
    public static Task<FileImport?> ImportAsync(this CrmUnit unit, CurrentMember me, IImportKind kind, Guid id, CancellationToken ct)
    {
        var (name, memberId, all) = (kind.Name, me.Id, me.ScopeOf(kind.Permission) == Scope.Organization);
        return unit.Db.Imports.SingleOrDefaultAsync(import => import.Id == id && import.Kind == name && (all || import.MemberId == memberId), ct);
    }

    /// <summary>The same for a worker: no other has it until the unit ends. Null unless it is in the phase.</summary>
    public static async Task<FileImport?> ImportAsync(this CrmUnit unit, CurrentMember me, IImportKind kind, Guid id, ImportStatus phase, CancellationToken ct)
    {
        await ImportChunks.LockAsync(unit, id, ct);
        return await unit.ImportAsync(me, kind, id, ct) is { } import && import.Status == phase ? import : null;
    }

    /// <summary>The chunk a worker is to do next; null when the phase has been through all, or a person asked to stop.</summary>
    public static async Task<ImportChunk?> NextChunkAsync(this CrmUnit unit, FileImport import, CancellationToken ct) =>
        import is { IsCancelAsked: false, NextChunk: { } next } ? await unit.ChunkAsync(import.Id, next, ct) : null;

    /// <summary>One chunk by its place.</summary>
    public static Task<ImportChunk> ChunkAsync(this CrmUnit unit, Guid importId, int position, CancellationToken ct) =>
        unit.Db.ImportChunks.AsNoTracking().SingleAsync(chunk => chunk.ImportId == importId && chunk.Position == position, ct);

    /// <summary>The next chunk that holds rows a person must look at; null when there is none.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="importId">The import.</param>
    /// <param name="from">First place to look at.</param>
    /// <param name="afterLine">Only chunks that go on after this line.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<ImportChunk?> NextWithProblemsAsync(this CrmUnit unit, Guid importId, int from, int afterLine, CancellationToken ct)
    {
        var (problem, failed, kept) = ((int)ImportRowState.Problem, (int)ImportRowState.Failed, (int)ImportRowState.Kept);
        return unit.Db.ImportChunks.AsNoTracking()
            .Where(chunk => chunk.ImportId == importId && chunk.Position >= from && chunk.Counts[problem] + chunk.Counts[failed] + chunk.Counts[kept] > 0 && chunk.Lines[chunk.Lines.Length - 1] > afterLine)
            .OrderBy(chunk => chunk.Position).FirstOrDefaultAsync(ct);
    }

    /// <summary>Judges rows of a chunk anew; the other verdicts stay.</summary>
    /// <param name="desk">What judges.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="at">Places in the chunk; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task JudgeAsync(this ImportDesk desk, ImportChunk chunk, IEnumerable<int>? at, CancellationToken ct)
    {
        var read = (at ?? Enumerable.Range(0, chunk.Rows.Count)).Select(place => (Place: place, Reading: desk.Read(chunk.Rows[place]))).ToList();
        var known = await desk.KnownAsync(read.Select(row => row.Reading.Key).OfType<string>().ToHashSet(StringComparer.Ordinal), ct);
        var verdicts = chunk.Verdicts.ToArray();
        foreach (var (place, reading) in read)
        {
            var isKnown = reading.Key is not null && known.ContainsKey(reading.Key);
            var verdict = new ImportVerdict { State = reading.Draft is null ? ImportRowState.Problem : ImportRowState.Ready, Key = reading.Key, IsKnown = isKnown, Problems = reading.Problems };
            verdicts[place] = isKnown && desk.Clash(known[reading.Key!]) is { } clash ? verdict.With(ImportRowState.Problem, clash) : verdict;
        }
        await desk.BarAsync(read.Where(row => verdicts[row.Place] is { State: ImportRowState.Ready, IsKnown: true }).ToList(), verdicts, ct);
        chunk.Judge(verdicts);
    }

    private static async Task BarAsync(this ImportDesk desk, List<(int Place, ImportReading Reading)> changes, ImportVerdict[] verdicts, CancellationToken ct)
    {
        if (changes.Count == 0) return;
        var bars = await desk.BarsAsync([.. changes.Select(row => row.Reading).DistinctBy(reading => reading.Key)], ct);
        foreach (var (place, reading) in changes)
            if (bars.TryGetValue(reading.Key!, out var bar)) verdicts[place] = verdicts[place].With(ImportRowState.Problem, bar);
    }

    /// <summary>Of several rows with one key the first counts; the others name it.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="kind">What the rows are.</param>
    /// <param name="importId">The import.</param>
    /// <param name="keys">Only these keys; null looks at all.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task MarkRepeatedAsync(this CrmUnit unit, IImportKind kind, Guid importId, IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var label = kind.Fields.Of(kind.KeyField).Label;
        foreach (var rows in (await ImportChunks.RepeatedAsync(unit, importId, keys, ct)).GroupBy(row => row.Position))
        {
            var chunk = await unit.ChunkAsync(importId, rows.Key, ct);
            var verdicts = chunk.Verdicts.ToArray();
            foreach (var row in rows.Where(row => verdicts[row.At].State == ImportRowState.Ready))
                verdicts[row.At] = verdicts[row.At].With(ImportRowState.Problem, new ImportProblem(kind.KeyField, $"{label} {row.Key} stands on line {row.FirstLine} already"));
            chunk.Judge(verdicts);
            await ImportChunks.JudgedAsync(unit, chunk, ct);
        }
    }

    /// <summary>Saves, and wakes the worker.</summary>
    public static async Task<Outcome> SaveAndRingAsync(this CrmUnit unit, ImportBell bell, CancellationToken ct)
    {
        var saved = await unit.SaveAsync(ct);
        if (saved.IsDone) bell.Ring();
        return saved;
    }
}
