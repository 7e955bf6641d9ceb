using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Integrations.Imports.Queries;

/// <summary>One import: how far it is, and the rows a person must look at.</summary>
public sealed class ImportQuery(CrmWork work, CurrentMember me, ImportKinds kinds)
{
    /// <summary>Rows on one page of the list of problems.</summary>
    public const int RowsPerPage = 25;

    private const int Samples = 3;

    /// <param name="AfterLine">The last line of the page before.</param>
    public sealed record Input(string Kind, Guid ImportId, int AfterLine = 0);

    public async Task<Outcome<ImportView>> ReadAsync(Input input, CancellationToken ct)
    {
        var kind = kinds.Of(input.Kind);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.read", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        if (!kind.ShowsAll(me)) return Refusal.NotAllowed;
        if (await unit.ImportAsync(me, kind, input.ImportId, ct) is not { } import) return Refusal.NotFound;

        var chunks = await unit.Db.ImportChunks.Where(chunk => chunk.ImportId == import.Id).OrderBy(chunk => chunk.Position).Select(chunk => new { chunk.Counts, chunk.KnownCount }).ToListAsync(ct);
        var samples = import.Status is ImportStatus.Mapping or ImportStatus.Checked ? (await unit.ChunkAsync(import.Id, 0, ct)).Rows.Take(Samples).Select(row => row.Cells).ToList() : [];
        var problems = import.IsUnderWay || import.Status == ImportStatus.Mapping ? [] : await ProblemsAsync(unit, import.Id, input.AfterLine, ct);
        return new ImportView(
            import.Id, import.FileName, import.Status, import.Columns, import.Mapping().Fields, import.Duplicates, import.Notes, import.RowCount, import.DoneCount, import.DoneChunks, import.ChunkCount, import.IsCancelAsked,
            [.. Enum.GetValues<ImportRowState>().Select(state => chunks.Sum(chunk => chunk.Counts[(int)state]))], chunks.Sum(chunk => chunk.KnownCount),
            samples, [.. problems.Take(RowsPerPage)], problems.Count > RowsPerPage);
    }

    // One chunk in memory at a time, until the page is full.
    private static async Task<List<ImportProblemRow>> ProblemsAsync(CrmUnit unit, Guid importId, int after, CancellationToken ct)
    {
        var (found, from) = (new List<ImportProblemRow>(), 0);
        while (found.Count <= RowsPerPage && await unit.NextWithProblemsAsync(importId, from, after, ct) is { } chunk)
        {
            found.AddRange(chunk.Rows.Zip(chunk.Verdicts).Where(row => row.First.Line > after && row.Second.NeedsALook)
                .Select(row => new ImportProblemRow(row.First.Line, row.First.Cells, row.Second.Problems, row.Second.State)).Take(RowsPerPage + 1 - found.Count));
            from = chunk.Position + 1;
        }
        return found;
    }
}

/// <summary>An import as the wizard shows it.</summary>
public sealed record ImportView(
    Guid Id, string FileName, ImportStatus Status, IReadOnlyList<string> Columns, IReadOnlyList<string?> Fields, ImportDuplicates Duplicates,
    IReadOnlyList<string> Notes, int RowCount, int DoneCount, int DoneChunks, int ChunkCount, bool IsStopping, IReadOnlyList<int> Counts, int KnownCount,
    IReadOnlyList<IReadOnlyList<string>> Samples, IReadOnlyList<ImportProblemRow> Problems, bool HasMoreProblems)
{
    /// <summary>Rows in that state.</summary>
    public int Count(ImportRowState state) => Counts[(int)state];

    /// <summary>The column that holds a field, counted from 0; null when none does.</summary>
    public int? ColumnOf(string field) => Fields.Select((mapped, column) => (mapped, column)).Where(m => m.mapped == field).Select(m => (int?)m.column).FirstOrDefault();

    /// <summary>Records that were written and not taken back.</summary>
    public int Written => Count(ImportRowState.Created) + Count(ImportRowState.Updated);

    /// <summary>Rows that did not come in as they are.</summary>
    public int Left => Count(ImportRowState.Problem) + Count(ImportRowState.Failed);

    /// <summary>Done part of the present phase in percent.</summary>
    public int Percent => ChunkCount == 0 ? 100 : 100 * DoneChunks / ChunkCount;

    public bool IsUnderWay => Status is ImportStatus.Checking or ImportStatus.Running or ImportStatus.Undoing;
}

/// <summary>A row to look at.</summary>
public sealed record ImportProblemRow(int Line, IReadOnlyList<string> Cells, IReadOnlyList<ImportProblem> Problems, ImportRowState State);
