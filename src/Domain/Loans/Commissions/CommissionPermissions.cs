using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>Permissions about commissions.</summary>
public static class CommissionPermissions
{
    /// <summary>See commissions: one's own share, or everybody's of the team or the organization.</summary>
    public static Permission Read { get; } = new("loans.commissions.read", "See commissions",
        organization: BuiltInRole.Compliance, team: Manager, own: LoanOfficer);

    /// <summary>Compute a loan's commission anew, name who referred it, and settle it.</summary>
    public static Permission Settle { get; } = new("loans.commissions.settle", "Settle commissions");

    /// <summary>Write commission plans and say whom they hold for.</summary>
    public static Permission Plan { get; } = new("loans.commissions.plan", "Write commission plans");
}
