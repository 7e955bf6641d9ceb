using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers;

/// <summary>Opens units of work on one condition. The use cases around conditions begin here, each with its verb and permission.</summary>
public sealed class ConditionDesk(CrmWork work, CurrentMember me)
{
    /// <summary>Begins, and finds the condition among the loans the permission reaches.</summary>
    public async Task<OpenLoanCondition> OpenAsync(string verb, Permission permission, Guid conditionId, CancellationToken ct)
    {
        var unit = await work.BeginAsync(verb, permission, ct);
        if (unit.Refused is { } refused) return new OpenLoanCondition(refused);

        var condition = await unit.Db.LoanConditions.SingleOrDefaultAsync(one => one.Id == conditionId, ct);
        var loan = condition is null ? null : await unit.Db.Loans.AsNoTracking().VisibleTo(me, permission).SingleOrDefaultAsync(one => one.Id == condition.LoanId, ct);
        if (condition is not null && loan is not null) return new OpenLoanCondition(unit, loan, condition);

        await unit.DisposeAsync();
        return new OpenLoanCondition(Refusal.NotFound);
    }
}
