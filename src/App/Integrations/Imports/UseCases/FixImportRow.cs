using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Integrations;
using CrmStudio.Infrastructure.Platform.Csv;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Integrations.Imports.UseCases;

/// <summary>Changes cells of a row after the dry run and judges it again, with the rows that shared its key.</summary>
public sealed class FixImportRow(CrmWork work, CurrentMember me, ImportKinds kinds)
{
    /// <param name="Cells">New texts by column, counted from 0.</param>
    public sealed record Input(string Kind, Guid ImportId, int Line, IReadOnlyDictionary<int, string> Cells);

    /// <returns>What the row is now.</returns>
    public async Task<Outcome<ImportVerdict>> RunAsync(Input input, CancellationToken ct)
    {
        var kind = kinds.Of(input.Kind);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.fix", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        await ImportChunks.LockAsync(unit, input.ImportId, ct);   // two people may fix two rows of one chunk
        if (await unit.ImportAsync(me, kind, input.ImportId, ct) is not { } import) return Refusal.NotFound;
        if (import.Status != ImportStatus.Checked) return ImportRefusals.NotNow(import);

        var chunk = await unit.Db.ImportChunks.AsNoTracking().SingleOrDefaultAsync(c => c.ImportId == import.Id && c.Lines.Contains(input.Line), ct);
        if (chunk is null || input.Cells.Keys.Any(column => column < 0 || column >= import.Columns.Length)) return Refusal.NotFound;
        var place = Array.IndexOf(chunk.Lines, input.Line);
        if (Refuse(chunk.Verdicts[place], input.Cells.Values) is { } no) return no;

        chunk.Fix(place, [.. chunk.Rows[place].Cells.Select((cell, column) => input.Cells.TryGetValue(column, out var text) ? CsvFile.Clean(text) : cell)]);
        await ImportChunks.FixedAsync(unit, chunk, ct);
        await JudgeAsync(unit, kind, import, chunk, place, ct);

        var now = (await unit.ChunkAsync(import.Id, chunk.Position, ct)).Verdicts[place];
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? now : saved.Refusal;
    }

    private static Refusal? Refuse(ImportVerdict verdict, IEnumerable<string> texts) =>
        verdict.State is not (ImportRowState.Ready or ImportRowState.Problem) ? ImportRefusals.RowDone
        : texts.Any(text => text.Length > CsvLimits.Default.CellChars) ? Refusal.Invalid("Cells", "That text is too long for a cell.")
        : texts.Any(text => CsvFormula.IsFormula(text)) ? Refusal.Invalid("Cells", "A cell cannot hold a formula. Type its value.")
        : null;

    // The key the row had and the one it has now: rows that shared the one are free, rows that share the other are not.
    private async Task JudgeAsync(CrmUnit unit, IImportKind kind, FileImport import, ImportChunk chunk, int place, CancellationToken ct)
    {
        var desk = await kind.OpenAsync(unit, me, import, ct);
        var keys = new[] { chunk.Keys[place], desk.Read(chunk.Rows[place]).Key }.OfType<string>().Distinct().ToList();
        var others = await unit.Db.ImportChunks.AsNoTracking().Where(c => c.ImportId == import.Id && c.Id != chunk.Id && keys.Any(key => c.Keys.Contains(key))).ToListAsync(ct);
        foreach (var touched in others.Append(chunk))
        {
            await desk.JudgeAsync(touched, Enumerable.Range(0, touched.Rows.Count).Where(at => (touched == chunk && at == place) || keys.Contains(touched.Keys[at]!)), ct);
            await ImportChunks.JudgedAsync(unit, touched, ct);
        }
        await unit.MarkRepeatedAsync(kind, import.Id, keys, ct);
    }
}
