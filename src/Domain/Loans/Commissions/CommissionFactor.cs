namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>
/// Something a plan could pay by. Whether it may is fixed here: no originator is paid by a term of a transaction, nor by what stands
/// in for one (12 CFR 1026.36(d)(1)(i)).
/// </summary>
/// <param name="Name">As stored.</param>
/// <param name="Label">As people say it.</param>
/// <param name="Bar">Why a plan may not pay by it; null when it may.</param>
public sealed record CommissionFactor(string Name, string Label, CommissionBar? Bar)
{
    /// <summary>Where the borrower came from. Tells nothing of the terms, and originators do not choose it loan by loan.</summary>
    public static CommissionFactor Source { get; } = new("source", "Source of the lead", null);

    /// <summary>Every factor people have asked for, allowed or not, so that each is refused by its own name.</summary>
    public static IReadOnlyList<CommissionFactor> All { get; } =
    [
        Source,
        Barred("rate", "Interest rate", CommissionBar.Term), Barred("apr", "APR", CommissionBar.Term), Barred("points", "Discount points", CommissionBar.Term),
        Barred("fees", "Fees charged to the borrower", CommissionBar.Term), Barred("lender-credit", "Lender credit", CommissionBar.Term),
        Barred("product", "Product", CommissionBar.Term), Barred("mortgage-type", "Loan type", CommissionBar.Term), Barred("amortization", "Fixed or adjustable rate", CommissionBar.Term),
        Barred("term", "Length of the loan", CommissionBar.Term), Barred("lien", "Lien position", CommissionBar.Term), Barred("prepayment-penalty", "Prepayment penalty", CommissionBar.Term),
        Barred("ltv", "Loan-to-value ratio", CommissionBar.Term), Barred("margin", "Profit of the loan", CommissionBar.Term),
        Barred("amount", "Size of the loan", CommissionBar.Amount),
        Barred("credit-score", "Credit score", CommissionBar.Proxy), Barred("dti", "Debt-to-income ratio", CommissionBar.Proxy), Barred("occupancy", "Occupancy", CommissionBar.Proxy),
        Barred("purpose", "Purchase or refinance", CommissionBar.Proxy), Barred("documentation", "Documentation", CommissionBar.Proxy), Barred("state", "State of the property", CommissionBar.Proxy),
        Barred("investor", "Investor the loan is sold to", CommissionBar.Proxy),
    ];

    /// <summary>The factor of a name; null when nobody knows it.</summary>
    public static CommissionFactor? Of(string name) => All.FirstOrDefault(factor => factor.Name == name);

    private static CommissionFactor Barred(string name, string label, CommissionBar bar) => new(name, label, bar);
}
