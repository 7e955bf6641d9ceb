using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Integrations;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;

namespace CrmStudio.App.Integrations.Imports.UseCases;

/// <summary>
/// Writes the rows of a chunk that are ready: records, audit, search and what became of each row in one transaction, so that a row is
/// written exactly once whatever happens in between. Refused when somebody else was quicker with one of the records: done again, the
/// chunk finds it there.
/// </summary>
public sealed class WriteImportChunk(CrmWork work, CurrentMember me, ImportKinds kinds)
{
    public sealed record Input(string Kind, Guid ImportId);

    /// <returns>True while there are more chunks.</returns>
    public async Task<Outcome<bool>> RunAsync(Input input, CancellationToken ct)
    {
        var kind = kinds.Of(input.Kind);
        await using var unit = await work.BeginAsync($"{kind.Name}.import", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, kind, input.ImportId, ImportStatus.Running, ct) is not { } import) return false;

        var chunk = await unit.NextChunkAsync(import, ct);
        if (chunk is not null)
        {
            await WriteAsync(unit, await kind.OpenAsync(unit, me, import, ct), chunk, ct);
            import.Advance(chunk.Count(ImportRowState.Created) + chunk.Count(ImportRowState.Updated) + chunk.Count(ImportRowState.Skipped) + chunk.Count(ImportRowState.Failed), unit.At + WorkOnImports.LeaseFor);
        }
        var more = chunk is not null && import.NextChunk is not null;
        if (more) await ImportChunks.CommitEarlyAsync(unit, ct);
        else import.EndPhase(unit.At);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? more : saved.Refusal;
    }

    private static async Task WriteAsync(CrmUnit unit, ImportDesk desk, ImportChunk chunk, CancellationToken ct)
    {
        var verdicts = chunk.Verdicts.ToArray();
        var ready = new List<(int Place, ImportReading Reading)>();
        for (var place = 0; place < verdicts.Length; place++)
        {
            if (verdicts[place].State != ImportRowState.Ready) continue;
            var reading = desk.Read(chunk.Rows[place]);   // what it is judged by may have changed since the dry run
            if (reading.Draft is not null) ready.Add((place, reading));
            else verdicts[place] = verdicts[place].With(ImportRowState.Failed, new ImportProblem(null, ImportRefusals.NoLongerReady.Message));
        }

        var writings = await desk.WriteAsync([.. ready.Select(row => row.Reading)], ct);
        unit.Db.ChangeTracker.DetectChanges();
        foreach (var (row, writing) in ready.Zip(writings)) verdicts[row.Place] = End(unit, verdicts[row.Place], writing);
        chunk.Judge(verdicts);
        await ImportChunks.WrittenAsync(unit, chunk, ct);
    }

    // An update that changed nothing counts as skipped.
    private static ImportVerdict End(CrmUnit unit, ImportVerdict verdict, ImportWriting writing)
    {
        if (writing.Refused is { } why) return verdict.With(ImportRowState.Failed, new ImportProblem(null, why.Message));
        var wayBack = writing.Changed is null ? null : WayBack.Of(unit, writing.Changed);
        var state = writing.State == ImportRowState.Updated && wayBack is null ? ImportRowState.Skipped : writing.State;
        return verdict with { State = state, RecordId = writing.RecordId, WayBack = wayBack };
    }
}
