using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers;

/// <summary>Tells loans their open conditions before they are moved into stages that ask for them.</summary>
public static class ConditionGate
{
    /// <summary>Reads what the stages ask about, for one loan or many, in one round trip; none when no stage asks.</summary>
    public static async Task KnowConditionsAsync(this CrmUnit unit, IReadOnlyCollection<Loan> loans, IEnumerable<PipelineStage> into, CancellationToken ct)
    {
        if (!into.Any(stage => LoanFact.AsksForConditions(stage.RequiredFacts))) return;
        var ids = loans.Select(loan => loan.Id).ToArray();
        var open = await unit.Db.LoanConditions.AsNoTracking()
            .Where(condition => ids.Contains(condition.LoanId) && condition.SettledAt == null).OrderBy(condition => condition.Number)
            .Select(condition => new { condition.LoanId, condition.Category, condition.Text }).ToListAsync(ct);
        var ofLoan = open.ToLookup(condition => condition.LoanId, condition => new OpenCondition(condition.Category, condition.Text));
        foreach (var loan in loans) loan.KnowConditions([.. ofLoan[loan.Id]]);
    }
}
