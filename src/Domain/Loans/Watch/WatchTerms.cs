namespace CrmStudio.Domain.Loans.Watch;

/// <summary>What an organization assumes of a refinance, and from when it speaks of a gain. Every assumption is shown where it is used.</summary>
public sealed record WatchTerms
{
    /// <summary>Costs that do not depend on the amount, in dollars.</summary>
    public decimal CostFlat { get; init; } = 3_500;

    /// <summary>Costs in percent of the balance.</summary>
    public decimal CostPercent { get; init; } = 0.75m;

    /// <summary>Yearly premium of conventional mortgage insurance above 80 %, in percent of the new loan.</summary>
    public decimal InsurancePercent { get; init; } = 0.6m;

    /// <summary>What a second home adds to the rate, in percentage points.</summary>
    public decimal SecondHomeAdds { get; init; } = 0.5m;

    /// <summary>What an investment property adds to the rate, in percentage points.</summary>
    public decimal InvestmentAdds { get; init; } = 0.625m;

    /// <summary>The costs must come back within so many months.</summary>
    public int MostBreakEvenMonths { get; init; } = 36;

    /// <summary>A gain to the end of the loan below this is none, in dollars.</summary>
    public decimal LeastGain { get; init; } = 1_000;

    /// <summary>Days after which a rate is too old to compare with.</summary>
    public int RateMaxAgeDays { get; init; } = 14;

    /// <summary>Days for which nobody is written to again.</summary>
    public int QuietDays { get; init; } = 90;
}
