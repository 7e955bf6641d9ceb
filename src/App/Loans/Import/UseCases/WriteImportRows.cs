using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import.UseCases;

/// <summary>
/// Writes some of the rows that are ready: loans, people and what became of each row in one transaction, so that a row is
/// written exactly once whatever happens in between.
/// </summary>
public sealed class WriteImportRows(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid ImportId, int Rows);

    /// <returns>True while there are more rows.</returns>
    public async Task<Outcome<bool>> RunAsync(Input input, CancellationToken ct)
    {
        var (step, rows) = await StepAsync(input, ct);
        if (step.IsDone || rows.Count == 0) return step;

        // Somebody else was quicker with one of the loans: find out which by taking the rows one at a time.
        if (input.Rows > 1) (step, rows) = await StepAsync(input with { Rows = 1 }, ct);
        return step.IsDone || rows.Count == 0 ? step : await FailAsync(input.ImportId, rows[0], step.Refusal, ct);
    }

    private async Task<(Outcome<bool> Step, IReadOnlyList<LoanImportRow> Rows)> StepAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return (refused, []);
        if (await unit.ImportAsync(me, input.ImportId, LoanImportStatus.Running, ct) is not { } import) return (false, []);

        var rows = import.IsCancelAsked ? [] : await ReadyAsync(unit, import, input.Rows, ct);
        if (rows.Count == 0) import.EndPhase(unit.At);
        else
        {
            await LoanImportRows.MarkEndedAsync(unit, await WriteAsync(unit, import, rows, ct), ct);
            import.Advance(rows.Count, unit.At + WorkOnLoanImports.LeaseFor);
        }
        var saved = await unit.SaveAsync(ct, duplicate: _ => LoanImportRefusals.NumberElsewhere);
        return (saved.IsDone ? rows.Count > 0 : saved.Refusal, rows);
    }

    private static Task<List<LoanImportRow>> ReadyAsync(CrmUnit unit, LoanImport import, int rows, CancellationToken ct) => unit.Db.LoanImportRows.AsNoTracking()
        .Where(row => row.ImportId == import.Id && row.State == LoanImportRowState.Ready).OrderBy(row => row.Line).Take(rows).ToListAsync(ct);

    private async Task<Outcome<bool>> FailAsync(Guid importId, LoanImportRow row, Refusal refusal, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, importId, LoanImportStatus.Running, ct) is not { } import) return false;
        if (refusal == Refusal.ChangedMeanwhile) return true;   // the import itself was touched, as by Cancel: look again

        await LoanImportRows.MarkEndedAsync(unit, [new(row.Id, LoanImportRowState.Failed, null, null, [LoanImportDesk.Problem(refusal), .. row.Problems])], ct);
        import.Advance(1, unit.At + WorkOnLoanImports.LeaseFor);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? true : saved.Refusal;
    }

    private async Task<IReadOnlyList<LoanImportRows.Ended>> WriteAsync(CrmUnit unit, LoanImport import, IReadOnlyList<LoanImportRow> rows, CancellationToken ct)
    {
        var desk = await LoanImportDesk.OpenAsync(unit, me, import, ct);
        var drafts = rows.Select(row => desk.Read(row).Draft).ToList();
        var pen = await LoanImportPen.TakeUpAsync(unit, me, import, desk, [.. drafts.OfType<LoanDraft>()], ct);
        var written = drafts.Select(pen.Write).ToList();
        unit.Db.ChangeTracker.DetectChanges();
        return [.. rows.Zip(written, (row, writing) => writing.End(unit, row))];
    }
}
