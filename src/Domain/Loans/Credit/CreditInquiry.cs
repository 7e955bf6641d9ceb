namespace CrmStudio.Domain.Loans.Credit;

/// <summary>Whether other lenders see that credit was pulled.</summary>
public enum CreditInquiry
{
    /// <summary>Only the consumer sees it; no score moves.</summary>
    Soft,

    /// <summary>Others see it, and it may lower a score.</summary>
    Hard,
}
