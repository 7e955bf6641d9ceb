namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>How the kinds of the qualifying sheet are said, on the page and in the steps of a figure.</summary>
public static class SheetWords
{
    /// <summary>A kind of income.</summary>
    public static string Of(IncomeKind kind) => kind switch
    {
        IncomeKind.SelfEmployed => "Self-employed",
        IncomeKind.DividendsInterest => "Dividends, interest",
        IncomeKind.NetRental => "Net rental",
        _ => kind.ToString(),
    };

    /// <summary>A kind of debt.</summary>
    public static string Of(LiabilityKind kind) => kind switch
    {
        LiabilityKind.StudentLoan => "Student loan",
        LiabilityKind.Heloc => "Home equity line",
        LiabilityKind.Open30Day => "Open 30-day",
        LiabilityKind.TaxLien => "Tax lien",
        LiabilityKind.ChildSupport => "Child support",
        LiabilityKind.SeparateMaintenance => "Separate maintenance",
        LiabilityKind.ChildCare => "Child care",
        LiabilityKind.JobExpense => "Job expense",
        LiabilityKind.NetRentalLoss => "Net rental loss",
        _ => kind.ToString(),
    };

    /// <summary>A kind of asset.</summary>
    public static string Of(AssetKind kind) => kind switch
    {
        AssetKind.MoneyMarket => "Money market",
        AssetKind.CertificateOfDeposit => "Certificate of deposit",
        AssetKind.MutualFund => "Mutual fund",
        AssetKind.LifeInsurance => "Life insurance",
        AssetKind.GiftOfEquity => "Gift of equity",
        AssetKind.BridgeLoan => "Bridge loan",
        AssetKind.SecuredBorrowed => "Secured borrowed",
        AssetKind.SaleProceeds => "Sale proceeds",
        AssetKind.CashOnHand => "Cash on hand",
        _ => kind.ToString(),
    };
}
