using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Loans.Credit;

/// <summary>Permissions about credit. A role that reads loans reads no score by that alone.</summary>
public static class CreditPermissions
{
    /// <summary>See that credit was pulled: when, why, on whose word, and when it ends. No scores.</summary>
    public static Permission Read { get; } = new("loans.credit.read", "See when and why credit was pulled",
        organization: BuiltInRole.Compliance, team: Manager | Assistant, own: LoanOfficer);

    /// <summary>Read scores. Readings by others than the loan's officer stand in the audit trail.</summary>
    public static Permission Scores { get; } = new("loans.credit.scores", "Read credit scores", team: Manager, own: LoanOfficer);

    /// <summary>Write pulls down, and strike them.</summary>
    public static Permission Pull { get; } = new("loans.credit.pull", "Record credit pulls", team: Manager, own: LoanOfficer);
}
