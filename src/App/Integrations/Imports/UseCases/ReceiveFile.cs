using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Integrations;
using CrmStudio.Infrastructure.Platform.Csv;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Integrations.Imports.UseCases;

/// <summary>Takes a file in, chunk by chunk, and suggests which column is what. Either all of it is kept or nothing.</summary>
public sealed class ReceiveFile(CrmWork work, CurrentMember me, ImportKinds kinds)
{
    private const int EarlierImports = 20;

    /// <param name="Content">The bytes; read once.</param>
    public sealed record Input(string Kind, Stream Content, string FileName);

    /// <returns>The import's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var kind = kinds.Of(input.Kind);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.receive", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        if (!kind.ShowsAll(me)) return Refusal.NotAllowed;

        var opened = await CsvFile.OpenAsync(input.Content, CsvLimits.Default, null, ct);
        if (opened.Value is not { } file) return opened.Refusal!;

        var mapping = kind.Fields.Suggest(file.Columns, await RememberedAsync(unit, kind, ct));
        var import = new FileImport(kind.Name, input.FileName, file.Columns, mapping, me.Id);
        unit.Db.Imports.Add(import);
        await unit.Db.SaveChangesAsync(ct);   // chunks hang on it; still one transaction

        var chunks = 0;
        await foreach (var rows in ChunksAsync(file, mapping, ct)) await ImportChunks.AddAsync(unit, new ImportChunk(import.Id, chunks++, rows), ct);
        if (file.Stopped is { } stopped) return new Refusal("imports.too-large", stopped.Message);
        if (file.RowCount == 0) return ImportRefusals.NoRows;

        import.Received(file.RowCount, chunks, file.Findings.Select(finding => finding.Line > 1 ? $"Line {finding.Line}: {finding.Message}" : finding.Message));
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? import.Id : saved.Refusal;
    }

    private static async IAsyncEnumerable<IReadOnlyList<ImportRow>> ChunksAsync(CsvFile file, ImportMapping mapping, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (rows, chars) = (new List<ImportRow>(), 0);
        await foreach (var row in file.ReadRowsAsync(ct))
        {
            rows.Add(new ImportRow((int)row.Line, row.Cells, row.Findings.Count == 0 ? [] : [.. row.Findings.Select(finding => Problem(finding, mapping))]));
            chars += row.Cells.Sum(cell => cell.Length);
            if (rows.Count < ImportChunk.MostRows && chars < ImportChunk.MostChars) continue;
            yield return rows;
            (rows, chars) = ([], 0);
        }
        if (rows.Count > 0) yield return rows;
    }

    private static ImportProblem Problem(CsvFinding finding, ImportMapping mapping) => new(
        finding.Column is { } column && column <= mapping.Fields.Count ? mapping.Fields[column - 1] : null,
        finding.Column is { } at ? $"Column {at}: {finding.Message}" : finding.Message, IsWarning: !finding.IsProblem);

    /// <summary>What the organization chose for headers before, the latest choice first.</summary>
    private static async Task<Dictionary<string, string?>> RememberedAsync(CrmUnit unit, IImportKind kind, CancellationToken ct)
    {
        var earlier = await unit.Db.Imports.AsNoTracking().Where(import => import.Kind == kind.Name && import.Status != ImportStatus.Mapping)
            .OrderByDescending(import => import.CreatedAt).Take(EarlierImports).ToListAsync(ct);
        return earlier.SelectMany(import => import.Columns.Zip(import.Mapping().Fields))
            .Select(choice => (Key: ImportFields.HeaderKey(choice.First), Field: choice.Second))
            .Where(choice => choice.Key.Length > 0)
            .DistinctBy(choice => choice.Key).ToDictionary(choice => choice.Key, choice => choice.Field, StringComparer.Ordinal);
    }
}
