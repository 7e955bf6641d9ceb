namespace CrmStudio.App.Loans.Locks;

/// <summary>Addresses about rate locks.</summary>
public static class LockUrls
{
    public const string Tab = "lock";
    public const string Desk = "/loans/locks";
    public const string Rules = "/settings/locks";

    /// <summary>The lock of a loan.</summary>
    public static string For(Guid loanId) => LoanUrls.For(loanId, Tab);
}
