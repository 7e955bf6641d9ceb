namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>What the register asks for and the loan does not say elsewhere, in one piece.</summary>
public sealed record HmdaTerms
{
    /// <summary>Universal loan identifier.</summary>
    public string? Uli { get; init; }

    /// <summary>Whether a preapproval was asked for under a program (12 CFR 1003.2(b)(2)).</summary>
    public bool IsPreapproval { get; init; }

    /// <summary>Whether the dwelling is a manufactured home.</summary>
    public bool IsManufactured { get; init; }

    /// <summary>Dwelling units, 1 and more.</summary>
    public int? TotalUnits { get; init; }

    /// <summary>County of the property, five-digit FIPS code; null where it is not applicable.</summary>
    public string? County { get; init; }

    /// <summary>Census tract of the property, eleven digits; null where it is not applicable.</summary>
    public string? CensusTract { get; init; }

    /// <summary>Income relied on, in thousands of US dollars, rounded; null where it is not applicable.</summary>
    public int? IncomeThousands { get; init; }

    /// <summary>Who bought the loan.</summary>
    public HmdaPurchaser Purchaser { get; init; }

    /// <summary>APR over the average prime offer rate, in percentage points; null where it is not applicable.</summary>
    public decimal? RateSpread { get; init; }

    /// <summary>Whether it is a high-cost mortgage; null where that is not applicable.</summary>
    public bool? IsHighCost { get; init; }

    /// <summary>Whether it is a subordinate lien.</summary>
    public bool IsSubordinateLien { get; init; }

    /// <summary>Credit score relied on; null where it is not applicable.</summary>
    public int? CreditScore { get; init; }

    /// <summary>The model it comes from.</summary>
    public HmdaScoreModel ScoreModel { get; init; } = HmdaScoreModel.None;

    /// <summary>Debt-to-income ratio relied on, in percent; null where it is not applicable.</summary>
    public decimal? DebtToIncome { get; init; }

    /// <summary>Months until the first rate change may come; null where it is not applicable.</summary>
    public int? IntroductoryMonths { get; init; }

    /// <summary>Months of a prepayment penalty; null where it is not applicable.</summary>
    public int? PrepaymentPenaltyMonths { get; init; }

    /// <summary>Whether the terms include a balloon payment.</summary>
    public bool HasBalloon { get; init; }

    /// <summary>Whether the terms include interest-only payments.</summary>
    public bool HasInterestOnly { get; init; }

    /// <summary>Whether the terms allow the principal to grow.</summary>
    public bool HasNegativeAmortization { get; init; }

    /// <summary>Whether the application came to the lender directly.</summary>
    public bool CameDirectly { get; init; } = true;

    /// <summary>Whether the obligation arises to this lender first.</summary>
    public bool IsInitiallyPayable { get; init; } = true;

    /// <summary>The originator's NMLSR identifier.</summary>
    public string? NmlsrId { get; init; }

    /// <summary>Whether it is a reverse mortgage.</summary>
    public bool IsReverse { get; init; }

    /// <summary>Whether it is an open-end line of credit.</summary>
    public bool IsOpenEnd { get; init; }

    /// <summary>Whether it is primarily for a business purpose.</summary>
    public bool IsBusinessPurpose { get; init; }
}
