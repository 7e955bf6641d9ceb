using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Csv;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import.UseCases;

/// <summary>Takes a file in, row by row, and suggests which column is what. Either all of it is kept or nothing.</summary>
public sealed class ReceiveLoanFile(CrmWork work, CurrentMember me)
{
    private const int RowsAtATime = 2_000;
    private const int EarlierImports = 20;

    /// <param name="Content">The bytes; read once.</param>
    public sealed record Input(Stream Content, string FileName);

    /// <returns>The import's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.receive", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var opened = await CsvFile.OpenAsync(input.Content, CsvLimits.Default, null, ct);
        if (opened.Value is not { } file) return opened.Refusal!;

        var mapping = LoanImportMapping.Suggest(file.Columns, await RememberedAsync(unit, ct));
        var import = new LoanImport(input.FileName, file.Columns, mapping, [], me.Id);
        unit.Db.LoanImports.Add(import);
        await unit.Db.SaveChangesAsync(ct);   // rows hang on it; still one transaction

        await foreach (var rows in file.ReadRowsAsync(ct).Chunk(RowsAtATime).WithCancellation(ct))
            await LoanImportRows.AddAsync(unit, import.Id, [.. rows.Select(row => Incoming(row, mapping))], ct);
        if (file.Stopped is { } stopped) return new Refusal("loan-import.too-large", stopped.Message);
        if (file.RowCount == 0) return LoanImportRefusals.NoRows;

        import.Received(file.RowCount, file.Findings.Select(finding => finding.Line > 1 ? $"Line {finding.Line}: {finding.Message}" : finding.Message));
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? import.Id : saved.Refusal;
    }

    private static LoanImportRows.Incoming Incoming(CsvRow row, LoanImportMapping mapping) => new(
        (int)row.Line, row.Cells,
        [.. row.Findings.Select(finding => new LoanImportProblem(
            finding.Column is { } column && column <= mapping.Fields.Count ? mapping.Fields[column - 1] : null,
            finding.Column is { } at ? $"Column {at}: {finding.Message}" : finding.Message, IsWarning: !finding.IsProblem))]);

    /// <summary>What the organization chose for headers before, the latest choice first.</summary>
    private static async Task<Dictionary<string, LoanImportField?>> RememberedAsync(CrmUnit unit, CancellationToken ct)
    {
        var earlier = await unit.Db.LoanImports.AsNoTracking().Where(import => import.Status != LoanImportStatus.Mapping)
            .OrderByDescending(import => import.CreatedAt).Take(EarlierImports).ToListAsync(ct);
        return earlier.SelectMany(import => import.Columns.Zip(import.Mapping().Fields))
            .Select(choice => (Key: LoanImportMapping.HeaderKey(choice.First), Field: choice.Second))
            .Where(choice => choice.Key.Length > 0)
            .DistinctBy(choice => choice.Key).ToDictionary(choice => choice.Key, choice => choice.Field, StringComparer.Ordinal);
    }
}
