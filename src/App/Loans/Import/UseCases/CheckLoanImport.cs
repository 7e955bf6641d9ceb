using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Import.UseCases;

/// <summary>Settles which column is what and asks for the dry run.</summary>
public sealed class CheckLoanImport(CrmWork work, CurrentMember me, LoanImportBell bell)
{
    /// <param name="Fields">The field of each column; null leaves the column out.</param>
    public sealed record Input(Guid ImportId, IReadOnlyList<LoanImportField?> Fields, LoanImportDuplicates Duplicates);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.check", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, input.ImportId, ct) is not { } import) return Refusal.NotFound;

        var outcome = import.Check(new LoanImportMapping(input.Fields), input.Duplicates);
        if (!outcome.IsDone) return outcome;

        await LoanImportRows.UncheckAsync(unit, import.Id, ct);
        return await unit.SaveAndRingAsync(bell, ct);
    }
}
