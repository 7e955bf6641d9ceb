using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import.UseCases;

/// <summary>The dry run, some rows at a time: reads them, looks which loans are there, and says what is wrong.</summary>
public sealed class CheckImportRows(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid ImportId, int Rows);

    /// <returns>True while there are more rows.</returns>
    public async Task<Outcome<bool>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.check", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, input.ImportId, LoanImportStatus.Checking, ct) is not { } import) return false;

        var rows = import.IsCancelAsked ? [] : await unit.Db.LoanImportRows.AsNoTracking()
            .Where(row => row.ImportId == import.Id && row.State == LoanImportRowState.Unchecked).OrderBy(row => row.Line).Take(input.Rows).ToListAsync(ct);
        if (rows.Count == 0)
        {
            await LoanImportRows.MarkRepeatedAsync(unit, import.Id, ct);
            import.EndPhase(unit.At);
        }
        else
        {
            await LoanImportRows.MarkCheckedAsync(unit, await CheckAsync(unit, await LoanImportDesk.OpenAsync(unit, me, import, ct), rows, ct), ct);
            import.Advance(rows.Count, unit.At + WorkOnLoanImports.LeaseFor);
        }
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? rows.Count > 0 : saved.Refusal;
    }

    /// <summary>Judges rows; fixing one in place asks for the same.</summary>
    internal static async Task<IReadOnlyList<LoanImportRows.Checked>> CheckAsync(CrmUnit unit, LoanImportDesk desk, IReadOnlyList<LoanImportRow> rows, CancellationToken ct)
    {
        var results = rows.Select(desk.Read).ToList();
        var known = await desk.KnownAsync(unit, [.. results.Select(result => result.Number).OfType<string>().Distinct()], ct);
        return [.. rows.Zip(results, (row, result) =>
        {
            var isKnown = result.Number is { } number && known.ContainsKey(number);
            var clash = isKnown ? desk.Clash(known[result.Number!]) : null;
            return new LoanImportRows.Checked(
                row.Id, result.Draft is null || clash is not null ? LoanImportRowState.Problem : LoanImportRowState.Ready,
                result.Number, isKnown, clash is null ? result.Problems : [clash, .. result.Problems]);
        })];
    }
}
