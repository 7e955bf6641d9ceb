using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>
/// One line of the register as far as it does not tell who the applicants are: what the loan, its ending, its denial and its fees say,
/// together with its <see cref="HmdaRecord"/>. Null stands for "not applicable". Amounts in US dollars.
/// </summary>
public sealed record HmdaEntry
{
    /// <summary>What the record adds.</summary>
    public required HmdaTerms Terms { get; init; }

    /// <summary>The lender's legal entity identifier, when it is known.</summary>
    public string? Lei { get; init; }

    /// <summary>The day of the application.</summary>
    public DateOnly? ApplicationOn { get; init; }

    /// <summary>Loan type, 1 to 4.</summary>
    public int? LoanType { get; init; }

    /// <summary>Loan purpose: 1, 2, 31, 32, 4.</summary>
    public int? Purpose { get; init; }

    /// <summary>Occupancy, 1 to 3.</summary>
    public int? Occupancy { get; init; }

    /// <summary>Amount of the loan, or the amount applied for.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What became of it; null while the loan is open.</summary>
    public HmdaAction? Action { get; init; }

    /// <summary>The day that became of it.</summary>
    public DateOnly? ActionOn { get; init; }

    /// <summary>Street of the property.</summary>
    public string? Street { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>Two-letter state.</summary>
    public string? State { get; init; }

    /// <summary>ZIP code.</summary>
    public string? Zip { get; init; }

    /// <summary>Reasons for denial, 1 to 9, at most four; empty where not applicable, code 10.</summary>
    public IReadOnlyList<int> DenialReasons { get; init; } = [];

    /// <summary>Total loan costs: sections A, B and C.</summary>
    public decimal? TotalLoanCosts { get; init; }

    /// <summary>Origination charges: section A.</summary>
    public decimal? OriginationCharges { get; init; }

    /// <summary>Lender credits, as a positive amount.</summary>
    public decimal? LenderCredits { get; init; }

    /// <summary>Note rate in percent.</summary>
    public decimal? InterestRate { get; init; }

    /// <summary>Combined loan-to-value ratio in percent.</summary>
    public decimal? Cltv { get; init; }

    /// <summary>Term in months.</summary>
    public int? TermMonths { get; init; }

    /// <summary>Value of the property relied on.</summary>
    public decimal? PropertyValue { get; init; }

    /// <summary>Puts a line together.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="record">What the register asks beyond it.</param>
    /// <param name="ending">How it ended, when it did.</param>
    /// <param name="endedOn">The day it ended.</param>
    /// <param name="denial">The denial.</param>
    /// <param name="fees">The fees.</param>
    public static HmdaEntry Of(Loan loan, HmdaTerms record, EndingKind? ending, DateOnly? endedOn, AdverseAction? denial, IReadOnlyList<Fee> fees)
    {
        var action = ActionOf(loan, record, ending);
        var charged = action == HmdaAction.Originated && !record.IsReverse && !record.IsOpenEnd && !record.IsBusinessPurpose ? fees : [];   // 1003.4(a)(17)-(20): not applicable to those
        return new HmdaEntry
        {
            Terms = record,
            ApplicationOn = loan.ApplicationCompleteOn ?? loan.ApplicationOn,
            LoanType = loan.MortgageType switch { MortgageType.Conventional or MortgageType.Other => 1, MortgageType.Fha => 2, MortgageType.Va => 3, MortgageType.Usda => 4, _ => null },
            Purpose = PurposeOf(loan.Purpose),
            Occupancy = loan.Occupancy switch { Loans.Occupancy.PrimaryResidence => 1, Loans.Occupancy.SecondHome => 2, Loans.Occupancy.Investment => 3, _ => null },
            Amount = loan.Amount,
            Action = action,
            ActionOn = action == HmdaAction.Originated ? loan.ClosingOn ?? loan.FundedOn : action is null ? null : endedOn,
            Street = loan.PropertyAddress, City = loan.PropertyCity, State = loan.PropertyState, Zip = loan.PropertyZip,
            DenialReasons = action is HmdaAction.Denied or HmdaAction.PreapprovalDenied && denial is not null ? [.. denial.PrincipalReasons.Select(AdverseReasons.HmdaCode).Distinct()] : [],
            TotalLoanCosts = Sum(charged, FeeSection.A, FeeSection.B, FeeSection.C), OriginationCharges = Sum(charged, FeeSection.A), LenderCredits = -Sum(charged, FeeSection.J),
            InterestRate = action is HmdaAction.Originated or HmdaAction.ApprovedNotAccepted or HmdaAction.PreapprovalNotAccepted ? loan.NoteRate : null,
            Cltv = action is HmdaAction.Withdrawn or HmdaAction.Incomplete ? null : loan.Cltv,
            TermMonths = record.IsReverse ? null : loan.TermMonths,
            PropertyValue = action is HmdaAction.Withdrawn or HmdaAction.Incomplete ? null : loan.LendingValue,
        };
    }

    /// <summary>What the register calls an ending; null where the loan is open, or never was an application.</summary>
    public static HmdaAction? ActionOf(Loan loan, HmdaTerms record, EndingKind? ending)
    {
        if (ending is null) return loan.FundedOn is null ? null : HmdaAction.Originated;
        var isApplication = loan.ApplicationCompleteOn is not null || loan.ApplicationOn is not null;
        return ending switch
        {
            EndingKind.Denied => isApplication ? HmdaAction.Denied : record.IsPreapproval ? HmdaAction.PreapprovalDenied : null,
            EndingKind.ApprovedNotAccepted => isApplication ? HmdaAction.ApprovedNotAccepted : record.IsPreapproval ? HmdaAction.PreapprovalNotAccepted : null,
            EndingKind.Withdrawn => isApplication ? HmdaAction.Withdrawn : null,
            EndingKind.Incomplete => isApplication ? HmdaAction.Incomplete : null,
            EndingKind.Lost => isApplication ? HmdaAction.Withdrawn : null,
            EndingKind.Junk => null,
            _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "Unknown ending"),
        };
    }

    private static int? PurposeOf(LoanPurpose? purpose) => purpose switch
    {
        LoanPurpose.Purchase => 1,
        LoanPurpose.HomeImprovement => 2,
        LoanPurpose.RefinanceNoCashOut or LoanPurpose.RefinanceLimitedCashOut => 31,
        LoanPurpose.RefinanceCashOut => 32,
        LoanPurpose.ConstructionToPermanent => 1,
        LoanPurpose.ConstructionOnly or LoanPurpose.Other => 4,
        _ => null,
    };

    private static decimal? Sum(IEnumerable<Fee> fees, params FeeSection[] sections)
    {
        var known = fees.Where(fee => sections.Contains(fee.Section) && fee.Charged is not null).ToList();
        return known.Count == 0 ? null : known.Sum(fee => fee.Charged);
    }
}
