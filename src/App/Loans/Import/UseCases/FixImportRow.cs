using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Csv;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import.UseCases;

/// <summary>Changes cells of a row after the dry run and judges it again, with the rows that shared its loan number.</summary>
public sealed class FixImportRow(CrmWork work, CurrentMember me)
{
    /// <param name="Cells">New texts by column, counted from 0.</param>
    public sealed record Input(Guid ImportId, Guid RowId, IReadOnlyDictionary<int, string> Cells);

    /// <returns>The row as it is now.</returns>
    public async Task<Outcome<LoanImportRow>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.fix", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, input.ImportId, ct) is not { } import) return Refusal.NotFound;
        if (import.Status != LoanImportStatus.Checked) return LoanImportRefusals.NotNow(import);

        var rows = unit.Db.LoanImportRows.AsNoTracking().Where(row => row.ImportId == import.Id);
        var row = await rows.SingleOrDefaultAsync(r => r.Id == input.RowId, ct);
        if (row is null || input.Cells.Keys.Any(column => column < 0 || column >= row.Cells.Count)) return Refusal.NotFound;
        if (row.State is not (LoanImportRowState.Ready or LoanImportRowState.Problem)) return LoanImportRefusals.RowDone;

        if (input.Cells.Values.Any(text => text.Length > CsvLimits.Default.CellChars)) return Refusal.Invalid("Cells", "That text is too long for a cell.");
        if (input.Cells.Values.Any(text => CsvFormula.IsFormula(text))) return Refusal.Invalid("Cells", "A cell cannot hold a formula. Type its value.");

        var cells = row.Cells.Select((cell, column) => input.Cells.TryGetValue(column, out var text) ? CsvFile.Clean(text) : cell).ToArray();
        await LoanImportRows.FixAsync(unit, row.Id, cells, ct);

        var desk = await LoanImportDesk.OpenAsync(unit, me, import, ct);
        var fixedRow = await rows.SingleAsync(r => r.Id == row.Id, ct);
        var (before, now) = (row.Number, desk.Read(fixedRow).Number);
        var affected = await rows.Where(r => r.Id == row.Id || (r.Number != null && (r.Number == before || r.Number == now))).OrderBy(r => r.Line).ToListAsync(ct);
        await LoanImportRows.MarkCheckedAsync(unit, await CheckImportRows.CheckAsync(unit, desk, affected, ct), ct);
        await LoanImportRows.MarkRepeatedAsync(unit, import.Id, ct);

        var result = await rows.SingleAsync(r => r.Id == row.Id, ct);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? result : saved.Refusal;
    }
}
