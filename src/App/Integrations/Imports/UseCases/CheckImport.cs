using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Integrations.Imports.UseCases;

/// <summary>Settles which column is what and asks for the dry run.</summary>
public sealed class CheckImport(CrmWork work, CurrentMember me, ImportKinds kinds, ImportBell bell)
{
    /// <param name="Fields">The field of each column by name; null leaves the column out.</param>
    public sealed record Input(string Kind, Guid ImportId, IReadOnlyList<string?> Fields, ImportDuplicates Duplicates);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var kind = kinds.Of(input.Kind);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.check", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, kind, input.ImportId, ct) is not { } import) return Refusal.NotFound;

        var outcome = import.Check(new ImportMapping(input.Fields), kind.Fields, input.Duplicates);
        return outcome.IsDone ? await unit.SaveAndRingAsync(bell, ct) : outcome;
    }
}
