using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Integrations;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Integrations.Imports.UseCases;

/// <summary>Asks the dry run or the import to stop after the rows in hand.</summary>
public sealed class CancelImport(CrmWork work, CurrentMember me, ImportKinds kinds, ImportBell bell)
{
    public async Task<Outcome> RunAsync(string kindName, Guid importId, CancellationToken ct)
    {
        var kind = kinds.Of(kindName);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.cancel", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        await ImportChunks.LockAsync(unit, importId, ct);   // a worker saves its progress all the time
        if (await unit.ImportAsync(me, kind, importId, ct) is not { } import) return Refusal.NotFound;

        var outcome = import.Cancel();
        return outcome.IsDone ? await unit.SaveAndRingAsync(bell, ct) : outcome;
    }
}
