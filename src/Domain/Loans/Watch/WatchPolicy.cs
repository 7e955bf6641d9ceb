using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>What an organization assumes of a refinance, and when its funded loans were last watched. One row for each organization.</summary>
public sealed class WatchPolicy : Entity
{
    private WatchPolicy() { }

    /// <summary>The usual assumptions. The policy takes the organization's id for its own, so that there is never a second one.</summary>
    public WatchPolicy(Guid orgId) => Id = orgId;

    /// <summary>The assumptions.</summary>
    public WatchTerms Terms { get; private set; } = new();

    /// <summary>The legal day all funded loans were last compared; null before the first time.</summary>
    public DateOnly? RunOn { get; private set; }

    /// <summary>Changes the assumptions; refuses what cannot be.</summary>
    public Outcome Set(WatchTerms terms)
    {
        if (terms.CostFlat is < 0 or > 100_000) return Refusal.Invalid(nameof(terms.CostFlat), "Fixed costs lie between $0 and $100,000.");
        if (terms.CostPercent is < 0 or > 10) return Refusal.Invalid(nameof(terms.CostPercent), "Costs lie between 0 and 10 % of the balance.");
        if (terms.InsurancePercent is < 0 or > 5) return Refusal.Invalid(nameof(terms.InsurancePercent), "The premium lies between 0 and 5 % a year.");
        if (terms.SecondHomeAdds is < 0 or > 5) return Refusal.Invalid(nameof(terms.SecondHomeAdds), "It adds between 0 and 5 points.");
        if (terms.InvestmentAdds is < 0 or > 5) return Refusal.Invalid(nameof(terms.InvestmentAdds), "It adds between 0 and 5 points.");
        if (terms.MostBreakEvenMonths is < 1 or > 120) return Refusal.Invalid(nameof(terms.MostBreakEvenMonths), "Costs come back within 1 to 120 months.");
        if (terms.LeastGain is < 0 or > 100_000) return Refusal.Invalid(nameof(terms.LeastGain), "The least gain lies between $0 and $100,000.");
        if (terms.RateMaxAgeDays is < 1 or > 90) return Refusal.Invalid(nameof(terms.RateMaxAgeDays), "A rate holds for 1 to 90 days.");
        if (terms.QuietDays is < 30 or > 730) return Refusal.Invalid(nameof(terms.QuietDays), "Nobody is written to again for 30 to 730 days.");
        Terms = terms;
        return Outcome.Done;
    }

    /// <summary>Notes that all funded loans were compared.</summary>
    public void Ran(DateOnly on) => RunOn = on;
}
