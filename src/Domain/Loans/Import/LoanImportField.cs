namespace CrmStudio.Domain.Loans.Import;

/// <summary>What a column of an imported file can hold.</summary>
public enum LoanImportField
{
    /// <summary>The lender's number; also tells which loan a row is about.</summary>
    LoanNumber,

    /// <summary>First and last name in one cell.</summary>
    BorrowerName,

    /// <summary>Given name of the primary borrower.</summary>
    BorrowerFirstName,

    /// <summary>Family name of the primary borrower.</summary>
    BorrowerLastName,

    /// <summary>E-mail of the primary borrower.</summary>
    Email,

    /// <summary>Phone of the primary borrower.</summary>
    Phone,

    /// <summary>First and last name of the co-borrower in one cell.</summary>
    CoBorrowerName,

    /// <summary>Given name of the co-borrower.</summary>
    CoBorrowerFirstName,

    /// <summary>Family name of the co-borrower.</summary>
    CoBorrowerLastName,

    /// <summary>The loan officer, by e-mail or name.</summary>
    Officer,

    /// <summary>The processor, by e-mail or name.</summary>
    Processor,

    /// <summary>Where the loan stands.</summary>
    Stage,

    /// <summary>Base loan amount.</summary>
    Amount,

    /// <summary>Sales price.</summary>
    PurchasePrice,

    /// <summary>Appraised value.</summary>
    AppraisedValue,

    /// <summary>What the money is for.</summary>
    Purpose,

    /// <summary>How the property is used.</summary>
    Occupancy,

    /// <summary>Who stands behind the loan.</summary>
    MortgageType,

    /// <summary>The programme.</summary>
    Product,

    /// <summary>Term.</summary>
    Term,

    /// <summary>Note rate in percent.</summary>
    Rate,

    /// <summary>The day the rate was locked.</summary>
    LockedOn,

    /// <summary>The last day of the lock.</summary>
    LockExpiresOn,

    /// <summary>The day of the application.</summary>
    ApplicationOn,

    /// <summary>The estimated closing.</summary>
    ClosingOn,

    /// <summary>Street of the property.</summary>
    PropertyAddress,

    /// <summary>City of the property.</summary>
    PropertyCity,

    /// <summary>State of the property.</summary>
    PropertyState,

    /// <summary>ZIP code of the property.</summary>
    PropertyZip,

    /// <summary>Where the borrower came from.</summary>
    Source,
}
