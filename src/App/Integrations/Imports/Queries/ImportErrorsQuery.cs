using System.Globalization;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Csv;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Integrations.Imports.Queries;

/// <summary>The rows that did not come in, as a file to mend and upload again.</summary>
public sealed class ImportErrorsQuery(CrmWork work, CurrentMember me, ImportKinds kinds)
{
    public async Task<Outcome<ImportErrors>> ReadAsync(string kindName, Guid importId, CancellationToken ct)
    {
        var kind = kinds.Of(kindName);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.errors", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        if (!kind.ShowsAll(me)) return Refusal.NotAllowed;
        if (await unit.ImportAsync(me, kind, importId, ct) is not { } import) return Refusal.NotFound;

        unit.Read("imports", importId, """{"file":"errors"}""");
        var (name, columns) = ($"{Path.GetFileNameWithoutExtension(import.FileName)}-errors.csv", import.Columns);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new ImportErrors(name, (into, stop) => WriteAsync(kind, importId, columns, into, stop)) : saved.Refusal;
    }

    private async Task WriteAsync(IImportKind kind, Guid importId, IReadOnlyList<string> columns, Stream into, CancellationToken ct)
    {
        await using var export = new CsvExport(into);
        await export.RowAsync([.. columns, "Line", "Problem"]);
        for (var from = 0; await ChunkAsync(kind, importId, from, ct) is { } chunk; from = chunk.Position + 1)
            foreach (var (row, verdict) in chunk.Rows.Zip(chunk.Verdicts).Where(row => row.Second.State is ImportRowState.Problem or ImportRowState.Failed))
                await export.RowAsync([.. row.Cells, row.Line.ToString(CultureInfo.InvariantCulture), string.Join(" · ", verdict.Problems.Where(p => !p.IsWarning).Select(p => p.Message))]);
    }

    // A unit for each chunk: a slow download holds no transaction open.
    private async Task<ImportChunk?> ChunkAsync(IImportKind kind, Guid importId, int from, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync($"{kind.Name}.import.errors", kind.Permission, ct);
        return unit.Refused is not null ? null : await unit.NextWithProblemsAsync(importId, from, 0, ct);
    }
}

/// <summary>A file of errors, written as it is downloaded.</summary>
public sealed record ImportErrors(string FileName, Func<Stream, CancellationToken, Task> WriteAsync);
