using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>A rate of one product on one day, as the organization entered it. The newest of a product holds.</summary>
public sealed class MarketRate : Entity, INamedRecord
{
    /// <summary>Most points accepted, in percent.</summary>
    public const decimal PointsLimit = 10;

    private MarketRate() { }

    /// <summary>Enters a rate.</summary>
    public static Outcome<MarketRate> Enter(RateOffer offer, DateOnly today)
    {
        if (offer.Type == MortgageType.Other) return Refusal.Invalid(nameof(Type), "Lines of credit and others have no sheet.");
        if (offer.IsJumbo && offer.Type != MortgageType.Conventional) return Refusal.Invalid(nameof(IsJumbo), "Only conventional loans are jumbo.");
        if (offer.Months is < 60 or > 480) return Refusal.Invalid(nameof(Months), "The term lies between 60 and 480 months.");
        if (offer.Rate is <= 0 or > Loan.RateLimit) return Refusal.Invalid(nameof(Rate), "The rate lies above 0 and up to 25 %.");
        if (offer.Points is < 0 or > PointsLimit) return Refusal.Invalid(nameof(Points), "Points lie between 0 and 10 %.");
        if (offer.On > today) return Refusal.Invalid(nameof(Day), "A rate is of today at the latest.");
        return new MarketRate { Type = offer.Type, IsJumbo = offer.IsJumbo, Months = offer.Months, Rate = offer.Rate, Points = offer.Points, Day = offer.On };
    }

    /// <summary>Who stands behind the loan.</summary>
    public MortgageType Type { get; private set; }

    /// <summary>Above the conforming limit.</summary>
    public bool IsJumbo { get; private set; }

    /// <summary>Term in months.</summary>
    public int Months { get; private set; }

    /// <summary>Note rate in percent.</summary>
    public decimal Rate { get; private set; }

    /// <summary>Points in percent of the loan.</summary>
    public decimal Points { get; private set; }

    /// <summary>The day it is of.</summary>
    public DateOnly Day { get; private set; }

    /// <inheritdoc />
    public string RecordName => $"Rate of {Day:yyyy-MM-dd}";

    /// <summary>Corrects the rate of a day.</summary>
    public void Correct(decimal rate, decimal points) => (Rate, Points) = (rate, points);

    /// <summary>The rate as an offer.</summary>
    public RateOffer Offer() => new(Type, IsJumbo, Months, Rate, Points, Day);

    /// <summary>The newest rate of every product, up to a day.</summary>
    public static IReadOnlyList<RateOffer> Sheet(IEnumerable<MarketRate> rates, DateOnly on) =>
        [.. rates.Where(rate => rate.Day <= on).GroupBy(rate => (rate.Type, rate.IsJumbo, rate.Months)).Select(product => product.MaxBy(rate => rate.Day)!.Offer()).OrderBy(offer => offer.Type).ThenBy(offer => offer.IsJumbo).ThenByDescending(offer => offer.Months)];
}
