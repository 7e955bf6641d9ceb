using System.Globalization;
using CrmStudio.App.Loans.Parts;
using CrmStudio.Domain.Loans.Hmda;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>The fields of the HMDA record, as two people may both have changed them.</summary>
public static class HmdaFields
{
    public static IReadOnlyList<MergeField<HmdaTerms>> All { get; } =
    [
        new("ULI", t => t.Uli, t => Text(t.Uli), (t, other) => t with { Uli = other.Uli }),
        new("County, FIPS", t => t.County, t => Text(t.County), (t, other) => t with { County = other.County }),
        new("Census tract", t => t.CensusTract, t => Text(t.CensusTract), (t, other) => t with { CensusTract = other.CensusTract }),
        new("Units", t => t.TotalUnits, t => Text(t.TotalUnits), (t, other) => t with { TotalUnits = other.TotalUnits }),
        new("Income, thousands", t => t.IncomeThousands, t => Text(t.IncomeThousands), (t, other) => t with { IncomeThousands = other.IncomeThousands }),
        new("Credit score", t => t.CreditScore, t => Text(t.CreditScore), (t, other) => t with { CreditScore = other.CreditScore }),
        new("Scoring model", t => t.ScoreModel, t => HmdaForm.Words(t.ScoreModel), (t, other) => t with { ScoreModel = other.ScoreModel }),
        new("Debt to income, %", t => t.DebtToIncome, t => Text(t.DebtToIncome), (t, other) => t with { DebtToIncome = other.DebtToIncome }),
        new("Rate spread, points", t => t.RateSpread, t => Text(t.RateSpread), (t, other) => t with { RateSpread = other.RateSpread }),
        new("High-cost mortgage", t => t.IsHighCost, t => YesNo(t.IsHighCost), (t, other) => t with { IsHighCost = other.IsHighCost }),
        new("Sold to", t => t.Purchaser, t => HmdaForm.Words(t.Purchaser), (t, other) => t with { Purchaser = other.Purchaser }),
        new("First rate change, months", t => t.IntroductoryMonths, t => Text(t.IntroductoryMonths), (t, other) => t with { IntroductoryMonths = other.IntroductoryMonths }),
        new("Prepayment penalty, months", t => t.PrepaymentPenaltyMonths, t => Text(t.PrepaymentPenaltyMonths), (t, other) => t with { PrepaymentPenaltyMonths = other.PrepaymentPenaltyMonths }),
        new("NMLSR ID of the originator", t => t.NmlsrId, t => Text(t.NmlsrId), (t, other) => t with { NmlsrId = other.NmlsrId }),
        new("Preapproval under a program", t => t.IsPreapproval, t => YesNo(t.IsPreapproval), (t, other) => t with { IsPreapproval = other.IsPreapproval }),
        new("Manufactured home", t => t.IsManufactured, t => YesNo(t.IsManufactured), (t, other) => t with { IsManufactured = other.IsManufactured }),
        new("Subordinate lien", t => t.IsSubordinateLien, t => YesNo(t.IsSubordinateLien), (t, other) => t with { IsSubordinateLien = other.IsSubordinateLien }),
        new("Balloon payment", t => t.HasBalloon, t => YesNo(t.HasBalloon), (t, other) => t with { HasBalloon = other.HasBalloon }),
        new("Interest-only payments", t => t.HasInterestOnly, t => YesNo(t.HasInterestOnly), (t, other) => t with { HasInterestOnly = other.HasInterestOnly }),
        new("Negative amortization", t => t.HasNegativeAmortization, t => YesNo(t.HasNegativeAmortization), (t, other) => t with { HasNegativeAmortization = other.HasNegativeAmortization }),
        new("Submitted directly to you", t => t.CameDirectly, t => YesNo(t.CameDirectly), (t, other) => t with { CameDirectly = other.CameDirectly }),
        new("Initially payable to you", t => t.IsInitiallyPayable, t => YesNo(t.IsInitiallyPayable), (t, other) => t with { IsInitiallyPayable = other.IsInitiallyPayable }),
        new("Reverse mortgage", t => t.IsReverse, t => YesNo(t.IsReverse), (t, other) => t with { IsReverse = other.IsReverse }),
        new("Open-end line of credit", t => t.IsOpenEnd, t => YesNo(t.IsOpenEnd), (t, other) => t with { IsOpenEnd = other.IsOpenEnd }),
        new("Business purpose", t => t.IsBusinessPurpose, t => YesNo(t.IsBusinessPurpose), (t, other) => t with { IsBusinessPurpose = other.IsBusinessPurpose }),
    ];

    private static string Text(IFormattable? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "not applicable";

    private static string Text(string? value) => value ?? "empty";

    private static string YesNo(bool? value) => value switch { true => "Yes", false => "No", null => "Not applicable" };
}
