using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks;

/// <summary>Opens the gates of loans before they move or their closing does. Asks nothing of the database while no clock runs.</summary>
public sealed class LoanGates(LoanClocks clocks, CurrentMember me)
{
    /// <summary>Reads the clocks and the overrides of loans. Call it before the loans are changed.</summary>
    public async Task<LoanGate> OpenAsync(CrmUnit unit, IReadOnlyCollection<Loan> loans, CancellationToken ct)
    {
        var running = loans.Where(loan => loan.ApplicationCompleteOn is not null).ToList();
        if (running.Count == 0) return new LoanGate(unit, me, new Dictionary<Guid, LoanClock>(), []);

        var ids = running.Select(loan => loan.Id).ToArray();
        var overrides = await unit.Db.RuleOverrides.AsNoTracking()
            .Where(asked => asked.EntityType == LoanTables.Loans && ids.Contains(asked.EntityId) && asked.State == OverrideState.Approved).ToListAsync(ct);
        return new LoanGate(unit, me, await clocks.ReadAsync(unit, running, ct), overrides);
    }
}
