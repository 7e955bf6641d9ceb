namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>The two integrated disclosures.</summary>
public enum DisclosureKind
{
    /// <summary>Loan Estimate (12 CFR 1026.37).</summary>
    LoanEstimate,

    /// <summary>Closing Disclosure (12 CFR 1026.38).</summary>
    ClosingDisclosure,
}
