using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>What a plan pays, as data. Steps apply in the order of the properties.</summary>
public sealed record CommissionTerms
{
    /// <summary>Most basis points anybody is paid: 3 percent.</summary>
    public const decimal MostBasisPoints = 300m;

    /// <summary>Most shares, tiers or variations.</summary>
    public const int MostLines = 12;

    /// <summary>Hundredths of a percent of the amount lent; one fixed percentage for every loan.</summary>
    public decimal BasisPoints { get; init; }

    /// <summary>Rates that hold from a volume of the officer's on, instead of <see cref="BasisPoints"/>; rising.</summary>
    public IReadOnlyList<CommissionTier> Tiers { get; init; } = [];

    /// <summary>What the tiers count.</summary>
    public CommissionMeasure Measure { get; init; }

    /// <summary>Over which time they count it.</summary>
    public CommissionPeriod Period { get; init; }

    /// <summary>Other rates for some loans; they go before tiers.</summary>
    public IReadOnlyList<CommissionVariation> Variations { get; init; } = [];

    /// <summary>Dollars added for every loan.</summary>
    public decimal Flat { get; init; }

    /// <summary>The least a loan pays, in dollars; null for none.</summary>
    public decimal? Least { get; init; }

    /// <summary>The most a loan pays, in dollars; null for none.</summary>
    public decimal? Most { get; init; }

    /// <summary>The most an officer's loans pay in a calendar year, in dollars; null for none.</summary>
    public decimal? YearlyCap { get; init; }

    /// <summary>Percent that goes to a colleague who referred the borrower, before the rest is split; 0 for none.</summary>
    public decimal ReferralPercent { get; init; }

    /// <summary>How the rest is split; 100 percent together.</summary>
    public IReadOnlyList<CommissionShare> Shares { get; init; } = [];

    /// <summary>Whether a plan may pay so, or what stands against it.</summary>
    public Outcome Check()
    {
        foreach (var variation in Variations)
        {
            if (CommissionFactor.Of(variation.Factor) is not { } factor) return CommissionRefusals.UnknownFactor(variation.Factor);
            if (factor.Bar is { } bar) return CommissionRefusals.KeysOnTerms(factor, bar);
            if (string.IsNullOrWhiteSpace(variation.Value)) return Refusal.Invalid(nameof(Variations), $"Say which {factor.Label.ToLowerInvariant()} the other rate is for.");
        }
        if (Variations.DistinctBy(variation => (variation.Factor, variation.Value.Trim().ToLowerInvariant())).Count() < Variations.Count) return Refusal.Invalid(nameof(Variations), "Two other rates hold for the same loans.");

        if (new[] { BasisPoints }.Concat(Tiers.Select(tier => tier.BasisPoints)).Concat(Variations.Select(variation => variation.BasisPoints)).Any(points => points is < 0 or > MostBasisPoints))
            return Refusal.Invalid(nameof(BasisPoints), $"A rate lies between 0 and {MostBasisPoints:0} basis points.");
        if (Tiers.Zip(Tiers.Skip(1)).Any(pair => pair.Second.From <= pair.First.From) || Tiers.Any(tier => tier.From <= 0)) return Refusal.Invalid(nameof(Tiers), "Each tier begins above the one before it, the first above 0.");
        if (Flat is < 0 or > 100_000m) return Refusal.Invalid(nameof(Flat), "The flat part lies between $0 and $100,000.");
        if (Least is < 0 || Most is <= 0 || Least > Most) return Refusal.Invalid(nameof(Most), "The least a loan pays is at least $0, the most is above it.");
        if (YearlyCap is <= 0) return Refusal.Invalid(nameof(YearlyCap), "A cap lies above $0; leave it empty for none.");
        if (ReferralPercent is < 0 or > 50m) return Refusal.Invalid(nameof(ReferralPercent), "A referral takes between 0 and 50 percent.");
        if (Math.Max(Math.Max(Shares.Count, Tiers.Count), Variations.Count) > MostLines) return Refusal.Invalid(nameof(Shares), $"A plan has at most {MostLines} shares, tiers and other rates each.");
        return CheckShares();
    }

    private Outcome CheckShares()
    {
        if (Shares.Any(share => share.Percent is <= 0 or > 100)) return Refusal.Invalid(nameof(Shares), "A share lies above 0 and up to 100 percent.");
        if (Shares.Any(share => share.Payee == CommissionPayee.Referrer)) return Refusal.Invalid(nameof(Shares), "Whoever refers takes the referral percent, not a share.");
        if (Shares.Any(share => (share.Payee == CommissionPayee.Member) != share.MemberId.HasValue)) return Refusal.Invalid(nameof(Shares), "Name the colleague a share is for.");
        if (Shares.DistinctBy(share => (share.Payee, share.MemberId)).Count() < Shares.Count) return Refusal.Invalid(nameof(Shares), "Somebody has two shares; make them one.");
        var sum = Shares.Sum(share => share.Percent);
        return sum == 100m ? Outcome.Done : CommissionRefusals.SharesNotWhole(sum);
    }
}
