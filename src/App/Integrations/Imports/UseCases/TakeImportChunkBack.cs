using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Integrations;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;

namespace CrmStudio.App.Integrations.Imports.UseCases;

/// <summary>
/// Takes a chunk back, the last one first: records it made are removed, records it changed get their old values, what was edited since
/// stays.
/// </summary>
public sealed class TakeImportChunkBack(CrmWork work, CurrentMember me, ImportKinds kinds)
{
    public sealed record Input(string Kind, Guid ImportId);

    /// <returns>True while there are more chunks.</returns>
    public async Task<Outcome<bool>> RunAsync(Input input, CancellationToken ct)
    {
        var kind = kinds.Of(input.Kind);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.undo", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, kind, input.ImportId, ImportStatus.Undoing, ct) is not { } import) return false;

        var chunk = await unit.NextChunkAsync(import, ct);
        if (chunk is not null)
        {
            var written = chunk.Count(ImportRowState.Created) + chunk.Count(ImportRowState.Updated);
            if (written > 0) await TakeBackAsync(unit, await kind.OpenAsync(unit, me, import, ct), kind, chunk, ct);
            import.Advance(written, unit.At + WorkOnImports.LeaseFor);
        }
        var more = chunk is not null && import.NextChunk is not null;
        if (more) await ImportChunks.CommitEarlyAsync(unit, ct);
        else import.EndPhase(unit.At);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? more : saved.Refusal;
    }

    private static async Task TakeBackAsync(CrmUnit unit, ImportDesk desk, IImportKind kind, ImportChunk chunk, CancellationToken ct)
    {
        var made = chunk.Verdicts.Where(verdict => verdict.State == ImportRowState.Created).Select(verdict => verdict.RecordId!.Value).ToList();
        var removed = (await desk.TakeBackAsync(made, chunk.SavedAs!.Value, ct)).Select(record => record.Id).ToHashSet();
        var returned = await unit.GoBackAsync([.. chunk.Verdicts.Where(verdict => verdict.State == ImportRowState.Updated).Select(verdict => verdict.WayBack!)], chunk.SavedAs!.Value, ct);

        var kept = new ImportProblem(null, $"Kept: the {kind.Nouns.One} was edited since the import.");
        chunk.Judge([.. chunk.Verdicts.Select(verdict => verdict.State switch
        {
            ImportRowState.Created => removed.Contains(verdict.RecordId!.Value) ? verdict with { State = ImportRowState.Reversed } : verdict.With(ImportRowState.Kept, kept),
            ImportRowState.Updated => returned.Contains(verdict.WayBack!) ? verdict with { State = ImportRowState.Reversed, WayBack = null } : verdict.With(ImportRowState.Kept, kept),
            _ => verdict,
        })]);
        await ImportChunks.JudgedAsync(unit, chunk, ct);
    }
}
