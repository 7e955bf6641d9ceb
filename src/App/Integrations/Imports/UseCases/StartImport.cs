using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Integrations.Imports.UseCases;

/// <summary>Asks for the rows that are ready to be written.</summary>
public sealed class StartImport(CrmWork work, CurrentMember me, ImportKinds kinds, ImportBell bell)
{
    public async Task<Outcome> RunAsync(string kindName, Guid importId, CancellationToken ct)
    {
        var kind = kinds.Of(kindName);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.start", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, kind, importId, ct) is not { } import) return Refusal.NotFound;

        var outcome = import.Start();
        return outcome.IsDone ? await unit.SaveAndRingAsync(bell, ct) : outcome;
    }
}
