using CrmStudio.Domain.Loans.Commissions;

namespace CrmStudio.App.Loans.Commissions;

/// <summary>How commissions are spoken of.</summary>
public static class CommissionWords
{
    public static string Of(CommissionPayee payee) => payee switch
    {
        CommissionPayee.Officer => "Loan officer",
        CommissionPayee.Processor => "Processor",
        CommissionPayee.Member => "Named in the plan",
        CommissionPayee.Referrer => "Referred the borrower",
        CommissionPayee.Company => "Company",
        _ => throw new ArgumentOutOfRangeException(nameof(payee), payee, "Unknown payee"),
    };

    public static string Of(CommissionBar bar) => bar switch
    {
        CommissionBar.Term => "A term of the loan",
        CommissionBar.Proxy => "Can stand in for a term",
        _ => "Only one fixed percentage",
    };
}
