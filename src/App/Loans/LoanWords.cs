using System.Globalization;
using CrmStudio.Domain.Loans;

namespace CrmStudio.App.Loans;

/// <summary>How the terms of a loan are said on screen.</summary>
public static class LoanWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static string Of(LoanPurpose purpose) => purpose switch
    {
        LoanPurpose.Purchase => "Purchase",
        LoanPurpose.HomeImprovement => "Home improvement",
        LoanPurpose.RefinanceNoCashOut => "Refi, no cash out",
        LoanPurpose.RefinanceLimitedCashOut => "Refi, limited cash out",
        LoanPurpose.RefinanceCashOut => "Refi, cash out",
        LoanPurpose.ConstructionOnly => "Construction",
        LoanPurpose.ConstructionToPermanent => "Construction to permanent",
        LoanPurpose.Other => "Other purpose",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Unknown purpose"),
    };

    /// <summary>One word for a card.</summary>
    public static string Short(LoanPurpose purpose) => purpose switch
    {
        LoanPurpose.RefinanceNoCashOut or LoanPurpose.RefinanceLimitedCashOut => "Refi",
        LoanPurpose.RefinanceCashOut => "Cash-out",
        LoanPurpose.ConstructionOnly or LoanPurpose.ConstructionToPermanent => "Construction",
        _ => Of(purpose),
    };

    public static string Of(Occupancy occupancy) => occupancy switch
    {
        Occupancy.PrimaryResidence => "Primary residence",
        Occupancy.SecondHome => "Second home",
        Occupancy.Investment => "Investment",
        _ => throw new ArgumentOutOfRangeException(nameof(occupancy), occupancy, "Unknown occupancy"),
    };

    public static string Of(MortgageType type) => type switch
    {
        MortgageType.Conventional => "Conventional",
        MortgageType.Fha => "FHA",
        MortgageType.Va => "VA",
        MortgageType.Usda => "USDA",
        MortgageType.Other => "Other",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown mortgage type"),
    };

    public static string Of(LockStatus status) => status switch
    {
        LockStatus.Floating => "Floating",
        _ => status.ToString(),
    };

    public static string Of(LoanPartyRole role) => role switch
    {
        LoanPartyRole.CoBorrower => "Co-borrower",
        LoanPartyRole.BuyersAgent => "Buyer's agent",
        LoanPartyRole.ListingAgent => "Listing agent",
        LoanPartyRole.TitleCompany => "Title",
        LoanPartyRole.Referrer => "Referred by",
        _ => role.ToString(),
    };

    /// <summary>"Tue, Nov 24", with the year when it is another one.</summary>
    public static string Day(DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? "ddd, MMM d" : "MMM d, yyyy", english);

    /// <summary>"Nov 24".</summary>
    public static string ShortDay(DateOnly day) => day.ToString("MMM d", english);

    /// <summary>Percent with two decimals.</summary>
    public static string Percent(decimal ratio) => Math.Round(ratio, 2, MidpointRounding.AwayFromZero).ToString("0.00", english) + " %";

    /// <summary>A rate as lenders write it: "6.375 %".</summary>
    public static string Rate(decimal rate) => rate.ToString("0.000#", english) + " %";
}
