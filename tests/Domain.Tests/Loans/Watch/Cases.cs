using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Watch;

namespace CrmStudio.Domain.Tests.Loans.Watch;

/// <summary>Funded loans to compare.</summary>
internal static class Cases
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static readonly WatchNumbers Numbers = WatchNumbers.Of(new RuleBook(RulePack.Shipped), Today);

    /// <summary>360,000 at 7.5 % for 30 years, 24 payments made: loans.md has the figures.</summary>
    public static WatchCase Worked { get; } = new()
    {
        On = Today, Amount = 360_000, Rate = 7.5m, Months = 360, Type = MortgageType.Conventional, Occupancy = Occupancy.PrimaryResidence,
        FundedOn = new(2024, 10, 15), FirstPaymentOn = new(2024, 12, 1), OriginalValue = 450_000, Numbers = Numbers,
        Terms = new WatchTerms { CostFlat = 6_000, CostPercent = 0 }, Offers = [Rate(6.25m)],
    };

    public static RateOffer Rate(decimal rate, MortgageType type = MortgageType.Conventional, int months = 360, int daysOld = 2, decimal points = 0) => new(type, false, months, rate, points, Today.AddDays(-daysOld));
}
