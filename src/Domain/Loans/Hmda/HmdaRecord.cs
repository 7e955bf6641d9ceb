using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;

namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>
/// What the loan/application register asks of a loan and the loan does not say elsewhere. Demographic information is not kept here:
/// <see cref="DemographicRecord"/> keeps it apart from everything an officer or a score can see.
/// </summary>
public sealed class HmdaRecord : Entity
{
    private HmdaRecord() { }

    /// <summary>An empty record of a loan.</summary>
    public HmdaRecord(Guid loanId) => LoanId = loanId;

    /// <summary>The loan; one record each.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Universal loan identifier.</summary>
    public string? Uli { get; private set; }

    /// <summary>Whether a preapproval was asked for under a program (12 CFR 1003.2(b)(2)).</summary>
    public bool IsPreapproval { get; private set; }

    /// <summary>Whether the dwelling is a manufactured home.</summary>
    public bool IsManufactured { get; private set; }

    /// <summary>Dwelling units, 1 and more.</summary>
    public int? TotalUnits { get; private set; }

    /// <summary>County of the property, five-digit FIPS code; null where it is not applicable.</summary>
    public string? County { get; private set; }

    /// <summary>Census tract of the property, eleven digits; null where it is not applicable.</summary>
    public string? CensusTract { get; private set; }

    /// <summary>Income relied on, in thousands of US dollars, rounded; null where it is not applicable.</summary>
    public int? IncomeThousands { get; private set; }

    /// <summary>Who bought the loan.</summary>
    public HmdaPurchaser Purchaser { get; private set; }

    /// <summary>APR over the average prime offer rate, in percentage points; null where it is not applicable.</summary>
    public decimal? RateSpread { get; private set; }

    /// <summary>Whether it is a high-cost mortgage; null where that is not applicable.</summary>
    public bool? IsHighCost { get; private set; }

    /// <summary>Whether it is a subordinate lien.</summary>
    public bool IsSubordinateLien { get; private set; }

    /// <summary>Credit score relied on; null where it is not applicable.</summary>
    public int? CreditScore { get; private set; }

    /// <summary>The model it comes from.</summary>
    public HmdaScoreModel ScoreModel { get; private set; } = HmdaScoreModel.None;

    /// <summary>Debt-to-income ratio relied on, in percent; null where it is not applicable.</summary>
    public decimal? DebtToIncome { get; private set; }

    /// <summary>Months until the first rate change may come; null where it is not applicable.</summary>
    public int? IntroductoryMonths { get; private set; }

    /// <summary>Months of a prepayment penalty; null where it is not applicable.</summary>
    public int? PrepaymentPenaltyMonths { get; private set; }

    /// <summary>Whether the terms include a balloon payment.</summary>
    public bool HasBalloon { get; private set; }

    /// <summary>Whether the terms include interest-only payments.</summary>
    public bool HasInterestOnly { get; private set; }

    /// <summary>Whether the terms allow the principal to grow.</summary>
    public bool HasNegativeAmortization { get; private set; }

    /// <summary>Whether the application came to the lender directly.</summary>
    public bool CameDirectly { get; private set; } = true;

    /// <summary>Whether the obligation arises to this lender first.</summary>
    public bool IsInitiallyPayable { get; private set; } = true;

    /// <summary>The originator's NMLSR identifier.</summary>
    public string? NmlsrId { get; private set; }

    /// <summary>Whether it is a reverse mortgage.</summary>
    public bool IsReverse { get; private set; }

    /// <summary>Whether it is an open-end line of credit.</summary>
    public bool IsOpenEnd { get; private set; }

    /// <summary>Whether it is primarily for a business purpose.</summary>
    public bool IsBusinessPurpose { get; private set; }

    /// <summary>
    /// Whether the integrated disclosures are not due on such a loan: open-end lines, reverse mortgages and business purposes
    /// (12 CFR 1026.19(e)(1)(i), 1026.3(a)).
    /// </summary>
    public bool IsTridExempt => IsOpenEnd || IsReverse || IsBusinessPurpose;

    /// <summary>What it says, in one piece.</summary>
    public HmdaTerms Terms() => new()
    {
        Uli = Uli, IsPreapproval = IsPreapproval, IsManufactured = IsManufactured, TotalUnits = TotalUnits, County = County, CensusTract = CensusTract,
        IncomeThousands = IncomeThousands, Purchaser = Purchaser, RateSpread = RateSpread, IsHighCost = IsHighCost, IsSubordinateLien = IsSubordinateLien,
        CreditScore = CreditScore, ScoreModel = ScoreModel, DebtToIncome = DebtToIncome, IntroductoryMonths = IntroductoryMonths, PrepaymentPenaltyMonths = PrepaymentPenaltyMonths,
        HasBalloon = HasBalloon, HasInterestOnly = HasInterestOnly, HasNegativeAmortization = HasNegativeAmortization,
        CameDirectly = CameDirectly, IsInitiallyPayable = IsInitiallyPayable, NmlsrId = NmlsrId, IsReverse = IsReverse, IsOpenEnd = IsOpenEnd, IsBusinessPurpose = IsBusinessPurpose,
    };

    /// <summary>Changes it. Only what cannot be stored is refused; what the register would not take is found by <see cref="HmdaEdits"/>.</summary>
    public Outcome Set(HmdaTerms terms)
    {
        if (terms.Uli is { Length: > CheckDigits.UliMaxLength }) return Refusal.Invalid(nameof(terms.Uli), $"A ULI has at most {CheckDigits.UliMaxLength} characters.");
        if (terms.TotalUnits is < 1 or > 10_000) return Refusal.Invalid(nameof(terms.TotalUnits), "There are between 1 and 10,000 units.");
        if (terms.County is { Length: > 5 }) return Refusal.Invalid(nameof(terms.County), "A county has a five-digit code.");
        if (terms.CensusTract is { Length: > 11 }) return Refusal.Invalid(nameof(terms.CensusTract), "A census tract has eleven digits.");
        if (terms.IncomeThousands is < 0 or > 100_000) return Refusal.Invalid(nameof(terms.IncomeThousands), "Write the income in thousands: 84 for $84,000.");
        if (terms.RateSpread is < -25 or > 25) return Refusal.Invalid(nameof(terms.RateSpread), "A rate spread lies between −25 and 25 points.");
        if (terms.CreditScore is < 0 or > 999) return Refusal.Invalid(nameof(terms.CreditScore), "A credit score lies between 0 and 999.");
        if (terms.DebtToIncome is < 0 or > 999) return Refusal.Invalid(nameof(terms.DebtToIncome), "A ratio lies between 0 and 999 %.");
        if (terms.IntroductoryMonths is < 1 or > 600) return Refusal.Invalid(nameof(terms.IntroductoryMonths), "A period lies between 1 and 600 months.");
        if (terms.PrepaymentPenaltyMonths is < 1 or > 600) return Refusal.Invalid(nameof(terms.PrepaymentPenaltyMonths), "A period lies between 1 and 600 months.");
        if (terms.NmlsrId is { Length: > 12 } || terms.NmlsrId?.All(char.IsAsciiDigit) is false) return Refusal.Invalid(nameof(terms.NmlsrId), "An NMLSR identifier is a number of at most 12 digits.");

        (Uli, IsPreapproval, IsManufactured, TotalUnits, County, CensusTract) = (terms.Uli, terms.IsPreapproval, terms.IsManufactured, terms.TotalUnits, terms.County, terms.CensusTract);
        (IncomeThousands, Purchaser, RateSpread, IsHighCost, IsSubordinateLien) = (terms.IncomeThousands, terms.Purchaser, terms.RateSpread, terms.IsHighCost, terms.IsSubordinateLien);
        (CreditScore, ScoreModel, DebtToIncome, IntroductoryMonths, PrepaymentPenaltyMonths) = (terms.CreditScore, terms.ScoreModel, terms.DebtToIncome, terms.IntroductoryMonths, terms.PrepaymentPenaltyMonths);
        (HasBalloon, HasInterestOnly, HasNegativeAmortization) = (terms.HasBalloon, terms.HasInterestOnly, terms.HasNegativeAmortization);
        (CameDirectly, IsInitiallyPayable, NmlsrId) = (terms.CameDirectly, terms.IsInitiallyPayable, terms.NmlsrId);
        (IsReverse, IsOpenEnd, IsBusinessPurpose) = (terms.IsReverse, terms.IsOpenEnd, terms.IsBusinessPurpose);
        Raise(new LoanClockChanged(LoanId));
        return Outcome.Done;
    }
}
