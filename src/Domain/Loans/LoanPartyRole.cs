namespace CrmStudio.Domain.Loans;

/// <summary>What a person is to a loan.</summary>
public enum LoanPartyRole
{
    /// <summary>The primary borrower.</summary>
    Borrower,

    /// <summary>Another borrower.</summary>
    CoBorrower,

    /// <summary>The buyer's agent.</summary>
    BuyersAgent,

    /// <summary>The listing agent.</summary>
    ListingAgent,

    /// <summary>The title company.</summary>
    TitleCompany,

    /// <summary>The seller.</summary>
    Seller,

    /// <summary>Who sent the borrower.</summary>
    Referrer,
}
