using CrmStudio.App.Loans.Commissions.Queries;
using CrmStudio.Domain.Loans.Commissions;

namespace CrmStudio.App.Loans.Commissions.Parts;

/// <summary>A plan as it is typed.</summary>
public sealed class PlanDraft
{
    public Guid? PlanId { get; private init; }

    public string? Name { get; set; }

    public bool IsUsual { get; set; }

    public decimal BasisPoints { get; set; } = 100;

    public CommissionMeasure Measure { get; set; }

    public CommissionPeriod Period { get; set; }

    public List<Tier> Tiers { get; } = [];

    public List<Variation> Variations { get; } = [];

    public decimal? Flat { get; set; }

    public decimal? Least { get; set; }

    public decimal? Most { get; set; }

    public decimal? YearlyCap { get; set; }

    public decimal? ReferralPercent { get; set; }

    public List<Share> Shares { get; } = [];

    /// <summary>The sum of the shares, said while they are typed.</summary>
    public decimal Sum => Shares.Sum(share => share.Percent ?? 0);

    public static PlanDraft Of(CommissionPlanLine? plan)
    {
        var terms = plan?.Terms ?? new CommissionTerms { BasisPoints = 100, Shares = [new(CommissionPayee.Officer, null, 60), new(CommissionPayee.Company, null, 40)] };
        var draft = new PlanDraft
        {
            PlanId = plan?.Id, Name = plan?.Name, IsUsual = plan?.IsUsual ?? false, BasisPoints = terms.BasisPoints, Measure = terms.Measure, Period = terms.Period,
            Flat = terms.Flat > 0 ? terms.Flat : null, Least = terms.Least, Most = terms.Most, YearlyCap = terms.YearlyCap, ReferralPercent = terms.ReferralPercent > 0 ? terms.ReferralPercent : null,
        };
        draft.Tiers.AddRange(terms.Tiers.Select(tier => new Tier { From = tier.From, BasisPoints = tier.BasisPoints }));
        draft.Variations.AddRange(terms.Variations.Select(variation => new Variation { Factor = variation.Factor, Value = variation.Value, BasisPoints = variation.BasisPoints }));
        draft.Shares.AddRange(terms.Shares.Select(share => new Share { Payee = share.Payee, MemberId = share.MemberId, Percent = share.Percent }));
        return draft;
    }

    public CommissionTerms Terms() => new()
    {
        BasisPoints = BasisPoints, Measure = Measure, Period = Period, Flat = Flat ?? 0, Least = Least, Most = Most, YearlyCap = YearlyCap, ReferralPercent = ReferralPercent ?? 0,
        Tiers = [.. Tiers.Select(tier => new CommissionTier(tier.From ?? 0, tier.BasisPoints ?? 0))],
        Variations = [.. Variations.Select(variation => new CommissionVariation(variation.Factor, variation.Value ?? "", variation.BasisPoints ?? 0))],
        Shares = [.. Shares.Select(share => new CommissionShare(share.Payee, share.Payee == CommissionPayee.Member ? share.MemberId : null, share.Percent ?? 0))],
    };

    public sealed class Tier
    {
        public decimal? From { get; set; }

        public decimal? BasisPoints { get; set; }
    }

    public sealed class Variation
    {
        public string Factor { get; set; } = CommissionFactor.Source.Name;

        public string? Value { get; set; }

        public decimal? BasisPoints { get; set; }
    }

    public sealed class Share
    {
        public CommissionPayee Payee { get; set; } = CommissionPayee.Company;

        public Guid? MemberId { get; set; }

        public decimal? Percent { get; set; }
    }
}
