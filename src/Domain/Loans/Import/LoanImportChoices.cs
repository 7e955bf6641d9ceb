using CrmStudio.Domain.Integrations.Imports.Texts;

namespace CrmStudio.Domain.Loans.Import;

/// <summary>Purposes, occupancies and mortgage types as loan systems and HMDA codes name them.</summary>
internal static class LoanImportChoices
{
    public static Choice<LoanPurpose> Purposes { get; } = new(
        "a purpose",
        (LoanPurpose.Purchase, "Purchase|purch|pur|buy|home purchase|1|p"),
        (LoanPurpose.RefinanceNoCashOut, "No cash-out refinance|no cash out refi|rate and term|rate term|rate/term refinance|rate and term refinance|r/t refi|refinance|refi|31|nocashout refinance|streamline|streamline refinance|irrrl"),
        (LoanPurpose.RefinanceLimitedCashOut, "Limited cash-out refinance|limited cash out|limited cash out refi"),
        (LoanPurpose.RefinanceCashOut, "Cash-out refinance|cash out|cash out refi|cashout|32|co refi"),
        (LoanPurpose.HomeImprovement, "Home improvement|renovation|improvement|2"),
        (LoanPurpose.ConstructionOnly, "Construction only|construction"),
        (LoanPurpose.ConstructionToPermanent, "Construction to permanent|construction perm|construction permanent|one time close|otc"),
        (LoanPurpose.Other, "Other|4"));

    public static Choice<Occupancy> Occupancies { get; } = new(
        "an occupancy",
        (Occupancy.PrimaryResidence, "Primary residence|primary|owner occupied|oo|o/o|primary home|principal residence|principal|owner|1"),
        (Occupancy.SecondHome, "Second home|second|secondary|secondary residence|vacation|vacation home|2nd home|2"),
        (Occupancy.Investment, "Investment|investor|investment property|rental|non owner occupied|noo|n/o/o|non owner|3"));

    public static Choice<MortgageType> MortgageTypes { get; } = new(
        "a mortgage type",
        (MortgageType.Conventional, "Conventional|conv|conforming|jumbo|fannie mae|freddie mac|fnma|fhlmc|1"),
        (MortgageType.Fha, "FHA|2"),
        (MortgageType.Va, "VA|veterans|veterans affairs|3"),
        (MortgageType.Usda, "USDA|usda rural|rural|rural development|usda rural development|usda rd|rd|farmers home administration|rhs|4"),
        (MortgageType.Other, "Other|non qm|nonqm|heloc|home equity|dscr|bank statement|5"));
}
