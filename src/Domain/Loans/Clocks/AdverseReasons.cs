namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>How reasons for a denial are worded in a notice, and which HMDA code each has.</summary>
public static class AdverseReasons
{
    /// <summary>The wording of sample form C-1.</summary>
    public static string Words(AdverseReason reason) => reason switch
    {
        AdverseReason.ApplicationIncomplete => "Credit application incomplete",
        AdverseReason.TooFewReferences => "Insufficient number of credit references provided",
        AdverseReason.UnacceptableReferences => "Unacceptable type of credit references provided",
        AdverseReason.ReferencesUnverified => "Unable to verify credit references",
        AdverseReason.IrregularEmployment => "Temporary or irregular employment",
        AdverseReason.EmploymentUnverified => "Unable to verify employment",
        AdverseReason.LengthOfEmployment => "Length of employment",
        AdverseReason.IncomeInsufficient => "Income insufficient for amount of credit requested",
        AdverseReason.ExcessiveObligations => "Excessive obligations in relation to income",
        AdverseReason.IncomeUnverified => "Unable to verify income",
        AdverseReason.LengthOfResidence => "Length of residence",
        AdverseReason.TemporaryResidence => "Temporary residence",
        AdverseReason.ResidenceUnverified => "Unable to verify residence",
        AdverseReason.NoCreditFile => "No credit file",
        AdverseReason.LimitedCredit => "Limited credit experience",
        AdverseReason.PoorPerformanceWithUs => "Poor credit performance with us",
        AdverseReason.DelinquentObligations => "Delinquent past or present credit obligations with others",
        AdverseReason.CollectionOrJudgment => "Collection action or judgment",
        AdverseReason.Garnishment => "Garnishment or attachment",
        AdverseReason.Foreclosure => "Foreclosure or repossession",
        AdverseReason.Bankruptcy => "Bankruptcy",
        AdverseReason.RecentInquiries => "Number of recent inquiries on credit bureau report",
        AdverseReason.Collateral => "Value or type of collateral not sufficient",
        AdverseReason.InsufficientCash => "Insufficient cash for down payment or closing costs",
        AdverseReason.MortgageInsuranceDenied => "Mortgage insurance denied",
        AdverseReason.Other => "Other",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason"),
    };

    /// <summary>The code of 12 CFR 1003.4(a)(16), 1 to 9.</summary>
    public static int HmdaCode(AdverseReason reason) => reason switch
    {
        AdverseReason.ExcessiveObligations or AdverseReason.IncomeInsufficient => 1,
        AdverseReason.IrregularEmployment or AdverseReason.LengthOfEmployment => 2,
        AdverseReason.TooFewReferences or AdverseReason.UnacceptableReferences or AdverseReason.NoCreditFile or AdverseReason.LimitedCredit or AdverseReason.PoorPerformanceWithUs
            or AdverseReason.DelinquentObligations or AdverseReason.CollectionOrJudgment or AdverseReason.Garnishment or AdverseReason.Foreclosure or AdverseReason.Bankruptcy
            or AdverseReason.RecentInquiries => 3,
        AdverseReason.Collateral => 4,
        AdverseReason.InsufficientCash => 5,
        AdverseReason.ReferencesUnverified or AdverseReason.EmploymentUnverified or AdverseReason.IncomeUnverified or AdverseReason.ResidenceUnverified => 6,
        AdverseReason.ApplicationIncomplete => 7,
        AdverseReason.MortgageInsuranceDenied => 8,
        AdverseReason.LengthOfResidence or AdverseReason.TemporaryResidence or AdverseReason.Other => 9,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason"),
    };
}
