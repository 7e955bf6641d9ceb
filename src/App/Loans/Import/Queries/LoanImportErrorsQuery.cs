using System.Globalization;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Csv;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import.Queries;

/// <summary>The rows that did not come in, as a file to mend and upload again.</summary>
public sealed class LoanImportErrorsQuery(CrmWork work, CurrentMember me)
{
    private const int RowsAtATime = 1_000;

    public async Task<Outcome<LoanImportErrors>> ReadAsync(Guid importId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.errors", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;
        if (await unit.ImportAsync(me, importId, ct) is not { } import) return Refusal.NotFound;

        unit.Read("imports", importId, """{"file":"errors"}""");
        var (name, columns) = ($"{Path.GetFileNameWithoutExtension(import.FileName)}-errors.csv", import.Columns);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new LoanImportErrors(name, (into, stop) => WriteAsync(importId, columns, into, stop)) : saved.Refusal;
    }

    private async Task WriteAsync(Guid importId, IReadOnlyList<string> columns, Stream into, CancellationToken ct)
    {
        await using var export = new CsvExport(into);
        await export.RowAsync([.. columns, "Line", "Problem"]);
        for (var line = 0; ;)
        {
            var rows = await PageAsync(importId, line, ct);
            foreach (var row in rows)
                await export.RowAsync([.. row.Cells, row.Line.ToString(CultureInfo.InvariantCulture), string.Join(" · ", row.Problems.Where(p => !p.IsWarning).Select(p => p.Message))]);
            if (rows.Count < RowsAtATime) return;
            line = rows[^1].Line;
        }
    }

    // A unit for each page: a slow download holds no transaction open.
    private async Task<List<LoanImportRow>> PageAsync(Guid importId, int after, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.errors", LoanPermissions.Import, ct);
        return unit.Refused is not null ? [] : await unit.Db.LoanImportRows.AsNoTracking()
            .Where(row => row.ImportId == importId && row.Line > after && (row.State == LoanImportRowState.Problem || row.State == LoanImportRowState.Failed))
            .OrderBy(row => row.Line).Take(RowsAtATime).ToListAsync(ct);
    }
}

/// <summary>A file of errors, written as it is downloaded.</summary>
public sealed record LoanImportErrors(string FileName, Func<Stream, CancellationToken, Task> WriteAsync);
