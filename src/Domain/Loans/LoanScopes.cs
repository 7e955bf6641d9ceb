using CrmStudio.Domain.Access;


namespace CrmStudio.Domain.Loans;

/// <summary>Named sets of loans.</summary>
public static class LoanScopes
{
    /// <summary>Loans the member may see under a permission: the organization's, the team's or their own. None without it.</summary>
    public static IQueryable<Loan> VisibleTo(this IQueryable<Loan> loans, CurrentMember me, Permission permission)
    {
        var myId = me.Id;
        switch (me.ScopeOf(permission))
        {
            case Scope.Organization:
                return loans;
            case Scope.Team:
                var team = me.Authority.Team.ToArray();
                return loans.Where(loan => team.Contains(loan.OfficerId!.Value) || team.Contains(loan.ProcessorId!.Value));
            case Scope.Own:
                return loans.Where(loan => loan.OfficerId == myId || loan.ProcessorId == myId);
            default:
                return loans.Where(loan => false);
        }
    }

    /// <summary>Loans that have not ended.</summary>
    public static IQueryable<Loan> StillOpen(this IQueryable<Loan> loans) => loans.Where(loan => loan.EndedAt == null);

    /// <summary>
    /// Whether the member sees amounts wherever they see loans. Where a role may see amounts of fewer loans than it may read,
    /// amounts are shown nowhere: hiding too much is safe, guessing is not.
    /// </summary>
    public static bool SeesAmounts(this CurrentMember me) =>
        me.ScopeOf(LoanPermissions.SeeAmounts) is { } amounts && amounts >= me.ScopeOf(LoanPermissions.Read);
}
