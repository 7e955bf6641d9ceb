using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Integrations;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Integrations.Imports.UseCases;

/// <summary>The dry run, a chunk at a time: reads the rows, looks which records are there, and says what is wrong.</summary>
public sealed class CheckImportChunk(CrmWork work, CurrentMember me, ImportKinds kinds)
{
    public sealed record Input(string Kind, Guid ImportId);

    /// <returns>True while there are more chunks.</returns>
    public async Task<Outcome<bool>> RunAsync(Input input, CancellationToken ct)
    {
        var kind = kinds.Of(input.Kind);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.check", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, kind, input.ImportId, ImportStatus.Checking, ct) is not { } import) return false;

        var chunk = await unit.NextChunkAsync(import, ct);
        if (chunk is not null)
        {
            await (await kind.OpenAsync(unit, me, import, ct)).JudgeAsync(chunk, null, ct);
            await ImportChunks.JudgedAsync(unit, chunk, ct);
            import.Advance(chunk.Rows.Count, unit.At + WorkOnImports.LeaseFor);
        }
        if (import.NextChunk is null) await unit.MarkRepeatedAsync(kind, import.Id, null, ct);
        var more = chunk is not null && import.NextChunk is not null;
        if (more) await ImportChunks.CommitEarlyAsync(unit, ct);
        else import.EndPhase(unit.At);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? more : saved.Refusal;
    }
}
