namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>What the borrower has.</summary>
public enum AssetKind
{
    /// <summary>Checking account.</summary>
    Checking,

    /// <summary>Savings account.</summary>
    Savings,

    /// <summary>Money market fund.</summary>
    MoneyMarket,

    /// <summary>Certificate of deposit.</summary>
    CertificateOfDeposit,

    /// <summary>Mutual fund.</summary>
    MutualFund,

    /// <summary>Stocks.</summary>
    Stock,

    /// <summary>Bonds.</summary>
    Bond,

    /// <summary>Retirement account, the vested amount.</summary>
    Retirement,

    /// <summary>Life insurance, the cash value.</summary>
    LifeInsurance,

    /// <summary>Gift of money.</summary>
    Gift,

    /// <summary>Gift of equity: helps the down payment, never the reserves.</summary>
    GiftOfEquity,

    /// <summary>Bridge loan.</summary>
    BridgeLoan,

    /// <summary>Money borrowed against an asset.</summary>
    SecuredBorrowed,

    /// <summary>Net proceeds of a sale.</summary>
    SaleProceeds,

    /// <summary>Trust, the part that can be drawn.</summary>
    Trust,

    /// <summary>Cash on hand.</summary>
    CashOnHand,

    /// <summary>Anything else; not counted as liquid.</summary>
    Other,
}
