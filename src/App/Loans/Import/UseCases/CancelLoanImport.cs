using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Import.UseCases;

/// <summary>Asks the dry run or the import to stop after the rows in hand.</summary>
public sealed class CancelLoanImport(CrmWork work, CurrentMember me, LoanImportBell bell)
{
    public async Task<Outcome> RunAsync(Guid importId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.cancel", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        await LoanImportRows.LockAsync(unit, importId, ct);   // a worker saves its progress all the time
        if (await unit.ImportAsync(me, importId, ct) is not { } import) return Refusal.NotFound;

        var outcome = import.Cancel();
        return outcome.IsDone ? await unit.SaveAndRingAsync(bell, ct) : outcome;
    }
}
