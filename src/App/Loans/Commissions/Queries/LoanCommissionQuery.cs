using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions.Queries;

/// <summary>The commission of a loan as far as the reader may see it: everybody's shares, or the own one.</summary>
public sealed class LoanCommissionQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<LoanCommission>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.commissions.read", CommissionPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, CommissionPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;
        var maySettle = await db.Loans.VisibleTo(me, CommissionPermissions.Settle).AnyAsync(l => l.Id == loanId, ct);
        var commission = await db.Commissions.AsNoTracking().Include(c => c.Lines).SingleOrDefaultAsync(c => c.LoanId == loanId, ct);
        var members = await db.Members.AsNoTracking().OrderBy(member => member.FirstName).ThenBy(member => member.LastName).Select(member => new MemberOption(member.Id, member.FirstName + " " + member.LastName)).ToListAsync(ct);
        string? NameOf(Guid? id) => id is null ? null : members.SingleOrDefault(member => member.Id == id)?.Name ?? "A former colleague";
        if (commission is null) return new LoanCommission(loan.FundedOn, null, maySettle, maySettle ? members : []);

        var seesAll = SeesAll(me);
        return new LoanCommission(loan.FundedOn, new CommissionView(
            commission.PlanName, NameOf(commission.OfficerId)!, commission.ReferrerId, commission.FundedOn, commission.Amount, commission.Gross, commission.Steps,
            [.. commission.Lines.OrderBy(line => line.Position).Where(line => seesAll || line.MemberId == me.Id)
                .Select(line => new CommissionLineView(NameOf(line.MemberId) ?? me.Authority.OrgName, line.Payee, line.Percent, line.Amount))],
            seesAll, commission.ComputedAt, commission.SettledAt, NameOf(commission.SettledBy)), maySettle, maySettle ? members : []);
    }

    /// <summary>Whether the member sees what others get: who reads commissions of a team or of everybody does.</summary>
    public static bool SeesAll(CurrentMember me) => me.ScopeOf(CommissionPermissions.Read) is Scope.Team or Scope.Organization;
}

/// <summary>The commission of a loan.</summary>
/// <param name="FundedOn">The day the loan funded; null while it has not.</param>
/// <param name="Commission">The commission; null until it is computed.</param>
/// <param name="MaySettle">Whether this reader computes and settles it.</param>
/// <param name="Members">Colleagues who may have referred the borrower, for who settles.</param>
public sealed record LoanCommission(DateOnly? FundedOn, CommissionView? Commission, bool MaySettle, IReadOnlyList<MemberOption> Members);

/// <summary>A commission with every step.</summary>
/// <param name="IsWhole">Whether the lines are all there are.</param>
public sealed record CommissionView(
    string Plan, string Officer, Guid? ReferrerId, DateOnly FundedOn, decimal Amount, decimal Gross, IReadOnlyList<CommissionStep> Steps, IReadOnlyList<CommissionLineView> Lines, bool IsWhole,
    DateTimeOffset ComputedAt, DateTimeOffset? SettledAt, string? SettledBy);

/// <summary>What somebody gets.</summary>
public sealed record CommissionLineView(string Name, CommissionPayee Payee, decimal Percent, decimal Amount);
