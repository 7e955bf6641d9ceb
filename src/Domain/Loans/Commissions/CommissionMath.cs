using System.Globalization;

namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>Computes a commission step by step. Every step rounds half up to the cent; the shares add up to the cent.</summary>
public static class CommissionMath
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Computes what a plan pays for a loan.</summary>
    public static CommissionResult Compute(CommissionTerms terms, CommissionCase of)
    {
        var steps = new List<CommissionStep>();
        var (points, why) = Rate(terms, of);
        var amount = Payment.Cents(of.Amount * points / 10_000m);
        steps.Add(new("Rate", string.Create(english, $"{points:0.##} basis points of {of.Amount:$#,##0.00}{why}"), amount));

        if (terms.Flat > 0) steps.Add(new("Flat part", string.Create(english, $"{terms.Flat:$#,##0.00} for every loan"), amount += terms.Flat));
        if (terms.Least is { } least && amount < least) steps.Add(new("Least", string.Create(english, $"A loan pays at least {least:$#,##0.00}"), amount = least));
        if (terms.Most is { } most && amount > most) steps.Add(new("Most", string.Create(english, $"A loan pays at most {most:$#,##0.00}"), amount = most));
        if (terms.YearlyCap is { } cap && of.PaidThisYear + amount > cap)
            steps.Add(new("Cap of the year", string.Create(english, $"{cap:$#,##0.00} a year, {of.PaidThisYear:$#,##0.00} paid since January 1"), amount = Math.Max(0, cap - of.PaidThisYear)));

        return new CommissionResult(amount, steps, Split(terms, of, amount));
    }

    /// <summary>The first day a volume is counted from.</summary>
    public static DateOnly PeriodStart(CommissionPeriod period, DateOnly day) => period switch
    {
        CommissionPeriod.Month => new DateOnly(day.Year, day.Month, 1),
        CommissionPeriod.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static (decimal Points, string Why) Rate(CommissionTerms terms, CommissionCase of)
    {
        if (terms.Variations.FirstOrDefault(variation => variation.Factor == CommissionFactor.Source.Name && string.Equals(variation.Value.Trim(), of.Source, StringComparison.OrdinalIgnoreCase)) is { } other)
            return (other.BasisPoints, $", the rate for the source “{of.Source}”");

        var reached = terms.Measure == CommissionMeasure.Loans ? of.LoansInPeriod : of.VolumeInPeriod;
        if (terms.Tiers.LastOrDefault(tier => tier.From <= reached) is not { } tier) return (terms.BasisPoints, "");
        var period = terms.Period switch { CommissionPeriod.Month => "month", CommissionPeriod.Quarter => "quarter", _ => "year" };
        return (tier.BasisPoints, terms.Measure == CommissionMeasure.Loans
            ? string.Create(english, $", the tier from {tier.From:0} loans on: this is loan {of.LoansInPeriod} of the {period}")
            : string.Create(english, $", the tier from {tier.From:$#,##0} on: {of.VolumeInPeriod:$#,##0} in the {period}"));
    }

    private static List<CommissionPart> Split(CommissionTerms terms, CommissionCase of, decimal amount)
    {
        var parts = new List<CommissionPart>();
        var rest = amount;
        if (of.ReferrerId is { } referrer && terms.ReferralPercent > 0)
        {
            var referral = Payment.Cents(amount * terms.ReferralPercent / 100m);
            parts.Add(new(CommissionPayee.Referrer, referrer, terms.ReferralPercent, referral));
            rest -= referral;
        }

        // The last takes what rounding leaves; a share nobody is there for falls to the company.
        var left = rest;
        for (var i = 0; i < terms.Shares.Count; i++)
        {
            var share = terms.Shares[i];
            var part = i == terms.Shares.Count - 1 ? left : Payment.Cents(rest * share.Percent / 100m);
            left -= part;
            var (payee, member) = share.Payee switch
            {
                CommissionPayee.Officer => (share.Payee, of.OfficerId),
                CommissionPayee.Processor when of.ProcessorId is { } processor => (share.Payee, processor),
                CommissionPayee.Member => (share.Payee, share.MemberId),
                _ => (CommissionPayee.Company, (Guid?)null),
            };
            if (payee == CommissionPayee.Company && parts.FindIndex(known => known.Payee == CommissionPayee.Company) is >= 0 and var place)
                parts[place] = parts[place] with { Percent = parts[place].Percent + share.Percent, Amount = parts[place].Amount + part };
            else parts.Add(new(payee, member, share.Percent, part));
        }
        return parts;
    }
}
