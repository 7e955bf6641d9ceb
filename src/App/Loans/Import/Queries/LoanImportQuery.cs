using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import.Queries;

/// <summary>One import: how far it is, and the rows a person must look at.</summary>
public sealed class LoanImportQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Rows on one page of the list of problems.</summary>
    public const int RowsPerPage = 25;

    private const int Samples = 3;

    /// <param name="AfterLine">The last line of the page before.</param>
    public sealed record Input(Guid ImportId, int AfterLine = 0);

    public async Task<Outcome<LoanImportView>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.read", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;
        if (await unit.ImportAsync(me, input.ImportId, ct) is not { } import) return Refusal.NotFound;

        var rows = unit.Db.LoanImportRows.AsNoTracking().Where(row => row.ImportId == import.Id);
        var counts = await rows.GroupBy(row => new { row.State, row.IsKnown }).Select(group => new { group.Key.State, group.Key.IsKnown, Count = group.Count() }).ToListAsync(ct);
        var samples = import.Status == LoanImportStatus.Mapping ? await rows.OrderBy(row => row.Line).Take(Samples).Select(row => row.Cells).ToListAsync(ct) : [];
        var problems = await rows
            .Where(row => row.State == LoanImportRowState.Problem || row.State == LoanImportRowState.Failed || row.State == LoanImportRowState.Kept)
            .Where(row => row.Line > input.AfterLine).OrderBy(row => row.Line).Take(RowsPerPage + 1).ToListAsync(ct);

        return new LoanImportView(
            import.Id, import.FileName, import.Status, import.Columns, import.Mapping().Fields, import.Duplicates, import.Notes, import.RowCount, import.DoneCount,
            counts.GroupBy(count => count.State).ToDictionary(group => group.Key, group => group.Sum(count => count.Count)),
            counts.Where(count => count is { State: LoanImportRowState.Ready, IsKnown: true }).Sum(count => count.Count),
            samples,
            [.. problems.Take(RowsPerPage).Select(row => new LoanImportProblemRow(row.Id, row.Line, row.Cells, row.Problems, row.State))],
            problems.Count > RowsPerPage);
    }
}

/// <summary>An import as the wizard shows it.</summary>
public sealed record LoanImportView(
    Guid Id, string FileName, LoanImportStatus Status, IReadOnlyList<string> Columns, IReadOnlyList<LoanImportField?> Fields, LoanImportDuplicates Duplicates,
    IReadOnlyList<string> Notes, int RowCount, int DoneCount, IReadOnlyDictionary<LoanImportRowState, int> Counts, int KnownCount,
    IReadOnlyList<IReadOnlyList<string>> Samples, IReadOnlyList<LoanImportProblemRow> Problems, bool HasMoreProblems)
{
    /// <summary>Rows in that state.</summary>
    public int Count(LoanImportRowState state) => Counts.GetValueOrDefault(state);

    /// <summary>Done rows of the present phase in percent.</summary>
    public int Percent => Status switch
    {
        LoanImportStatus.Running => Share(DoneCount, DoneCount + Count(LoanImportRowState.Ready)),
        LoanImportStatus.Undoing => Share(DoneCount, DoneCount + Count(LoanImportRowState.Created) + Count(LoanImportRowState.Updated)),
        _ => Share(DoneCount, RowCount),
    };

    private static int Share(int part, int whole) => whole == 0 ? 100 : (int)(100L * part / whole);
}

/// <summary>A row to look at.</summary>
public sealed record LoanImportProblemRow(Guid Id, int Line, IReadOnlyList<string> Cells, IReadOnlyList<LoanImportProblem> Problems, LoanImportRowState State);
