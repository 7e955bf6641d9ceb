using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>The numbers of statutes and agencies that a comparison uses, as they held on its day; kept with it, so that it can be followed later.</summary>
public sealed record WatchNumbers
{
    /// <summary>Percent of the original value at which conventional insurance may be ended on request (12 USC 4902(a)).</summary>
    public decimal InsuranceOnRequest { get; init; }

    /// <summary>LTV above which an FHA premium runs to the end.</summary>
    public decimal FhaWholeTermAbove { get; init; }

    /// <summary>Years for which it runs otherwise.</summary>
    public decimal FhaYears { get; init; }

    /// <summary>FHA upfront premium, percent.</summary>
    public decimal FhaUpfront { get; init; }

    /// <summary>FHA annual premium over 95 %, more than 15 years, percent.</summary>
    public decimal FhaOver95 { get; init; }

    /// <summary>FHA annual premium up to 95 %, more than 15 years, percent.</summary>
    public decimal FhaTo95 { get; init; }

    /// <summary>FHA annual premium over 90 %, up to 15 years, percent.</summary>
    public decimal FhaShortOver90 { get; init; }

    /// <summary>FHA annual premium up to 90 %, up to 15 years, percent.</summary>
    public decimal FhaShortTo90 { get; init; }

    /// <summary>The annual premiums of larger base loans; null where the pack knows none of the day.</summary>
    public FhaLargePremiums? FhaLarge { get; init; }

    /// <summary>VA funding fee of a rate reduction, percent (38 USC 3729(b)(2)).</summary>
    public decimal VaFee { get; init; }

    /// <summary>USDA upfront fee, percent (7 CFR 3555.107).</summary>
    public decimal UsdaUpfront { get; init; }

    /// <summary>USDA annual fee, percent.</summary>
    public decimal UsdaAnnual { get; init; }

    /// <summary>Highest LTV of a conventional refinance.</summary>
    public decimal ConventionalMax { get; init; }

    /// <summary>Months in which a VA refinance brings back its costs (38 USC 3709(a)).</summary>
    public decimal VaRecoupMonths { get; init; }

    /// <summary>Points by which a VA rate falls at least (38 USC 3709(b)).</summary>
    public decimal VaPoints { get; init; }

    /// <summary>Days from the first payment before a VA refinance (38 USC 3709(c)).</summary>
    public decimal VaDays { get; init; }

    /// <summary>Payments before a VA refinance.</summary>
    public decimal VaPayments { get; init; }

    /// <summary>Points by which an FHA rate and premium together fall at least (HUD Handbook 4000.1, II.A.8.d).</summary>
    public decimal FhaPoints { get; init; }

    /// <summary>Days from closing before an FHA refinance.</summary>
    public decimal FhaDays { get; init; }

    /// <summary>Payments before an FHA refinance.</summary>
    public decimal FhaPayments { get; init; }

    /// <summary>Conforming limit of one unit outside of high-cost areas, in dollars; null where the pack knows none of the day.</summary>
    public decimal? ConformingLimit { get; init; }

    /// <summary>FHA annual premium of a base loan, percent (HUD Handbook 4000.1, App. 1.0).</summary>
    /// <param name="baseLoan">What is owed without the upfront premium.</param>
    /// <param name="ltv">Loan to value, percent.</param>
    /// <param name="isShort">Whether it runs up to 15 years.</param>
    public decimal FhaAnnual(decimal baseLoan, decimal ltv, bool isShort)
    {
        if (FhaLarge is { } large && baseLoan > large.Above)
            return isShort ? ltv > 90 ? large.ShortOver90 : ltv > 78 ? large.ShortTo90 : large.ShortTo78 : ltv > 95 ? large.Over95 : large.To95;
        return isShort ? ltv > 90 ? FhaShortOver90 : FhaShortTo90 : ltv > 95 ? FhaOver95 : FhaTo95;
    }

    /// <summary>Reads them out of the rules of a day.</summary>
    public static WatchNumbers Of(RuleBook book, DateOnly on)
    {
        var known = new QualifyingRules(book, on);
        decimal Number(string name) => book.Number(name, on);
        return new WatchNumbers
        {
            InsuranceOnRequest = known.InsuranceEndsOnRequest, FhaWholeTermAbove = known.FhaWholeTermAbove, FhaYears = known.FhaYears,
            FhaUpfront = Number("insurance.fha-upfront-percent"), FhaOver95 = Number("insurance.fha-annual.over-95"), FhaTo95 = Number("insurance.fha-annual.to-95"),
            FhaShortOver90 = Number("insurance.fha-annual.short-over-90"), FhaShortTo90 = Number("insurance.fha-annual.short-to-90"),
            FhaLarge = FhaLargePremiums.Of(book, on),
            VaFee = Number("insurance.va-refinance-percent"), UsdaUpfront = Number("insurance.usda-upfront-percent"), UsdaAnnual = Number("insurance.usda-annual-percent"),
            ConventionalMax = Number("refinance.conventional.max-percent"), VaRecoupMonths = Number("refinance.va.recoup-months"), VaPoints = Number("refinance.va.points"),
            VaDays = Number("refinance.va.seasoning-days"), VaPayments = Number("refinance.va.seasoning-payments"), FhaPoints = Number("refinance.fha.points"),
            FhaDays = Number("refinance.fha.seasoning-days"), FhaPayments = Number("refinance.fha.seasoning-payments"),
            ConformingLimit = book.Parameter("conforming-limit.one-unit", on)?.Number,
        };
    }
}
