namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>Sections of the closing cost details (12 CFR 1026.37(f), (g)).</summary>
public enum FeeSection
{
    /// <summary>Origination charges.</summary>
    A,

    /// <summary>Services the borrower cannot shop for.</summary>
    B,

    /// <summary>Services the borrower can shop for.</summary>
    C,

    /// <summary>Taxes and other government fees.</summary>
    E,

    /// <summary>Prepaids.</summary>
    F,

    /// <summary>Initial escrow payment at closing.</summary>
    G,

    /// <summary>Other.</summary>
    H,

    /// <summary>Lender credits: amounts below zero.</summary>
    J,
}
