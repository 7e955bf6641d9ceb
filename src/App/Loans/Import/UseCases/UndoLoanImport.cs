using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Import.UseCases;

/// <summary>Asks for the loans of an import to be taken back, but for those edited since.</summary>
public sealed class UndoLoanImport(CrmWork work, CurrentMember me, LoanImportBell bell)
{
    public async Task<Outcome> RunAsync(Guid importId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.undo", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, importId, ct) is not { } import) return Refusal.NotFound;

        var outcome = import.Undo();
        return outcome.IsDone ? await unit.SaveAndRingAsync(bell, ct) : outcome;
    }
}
