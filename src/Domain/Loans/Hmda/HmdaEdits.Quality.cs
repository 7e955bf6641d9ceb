namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>The quality edits: what is seldom right, and asks to be looked at.</summary>
public static partial class HmdaEdits
{
    private static readonly char[] oddInStreet = [.. "?!*%^@[]{}<>_+="];

    private static Edit[] Quality() =>
    [
        new("Q601", "Application date", "(1)(ii)", "The application came more than two years before the action.", e => e.ApplicationOn is { } on && e.ActionOn > on.AddYears(2)),
        new("Q605-1", "Type of purchaser", "(11)", "Fannie Mae and Freddie Mac usually buy conventional loans.", e => e.Terms.Purchaser is HmdaPurchaser.FannieMae or HmdaPurchaser.FreddieMac && e.LoanType is not (null or 1)),
        new("Q605-2", "Type of purchaser", "(11)", "Ginnie Mae usually stands behind FHA, VA and USDA loans.", e => e.Terms.Purchaser is HmdaPurchaser.GinnieMae && e.LoanType is 1),
        new("Q606", "Income", "(10)(iii)", "An income of ten million dollars or more is rare: it is written in thousands.", e => e.Terms.IncomeThousands >= 10_000),
        new("Q607", "Loan amount", "(7)", "A subordinate lien is usually at most $250,000.", e => e.Terms.IsSubordinateLien && e.Amount > 250_000),
        new("Q608", "Action taken date", "(8)(ii)", "A loan is usually made after the day of its application.", e => e.Action == HmdaAction.Originated && e.ActionOn == e.ApplicationOn),
        new("Q609", "Rate spread", "(12)", "A loan these buyers take usually has a spread of at most 10 points.", e => IsAgency(e) && e.Terms.RateSpread > 10),
        new("Q610", "HOEPA status", "(13)", "A first lien over 6.5 points is usually a high-cost mortgage.", e => e.Action == HmdaAction.Originated && e.Terms is { IsSubordinateLien: false, RateSpread: > 6.5m, IsHighCost: not true }),
        new("Q611", "HOEPA status", "(13)", "A subordinate lien over 8.5 points is usually a high-cost mortgage.", e => e.Action == HmdaAction.Originated && e.Terms is { IsSubordinateLien: true, RateSpread: > 8.5m, IsHighCost: not true }),
        new("Q612", "HOEPA status", "(13)", "Fannie Mae and Freddie Mac usually buy no high-cost mortgage.", e => e.Terms is { Purchaser: HmdaPurchaser.FannieMae or HmdaPurchaser.FreddieMac, IsHighCost: true }),
        new("Q613", "Loan purpose", "(3)", "A loan for a business purpose usually buys, improves or refinances.", e => e.Terms.IsBusinessPurpose && e.Purpose == 4),
        new("Q615-1", "Origination charges", "(18)", "Total loan costs are usually more than the origination charges in them.", e => e is { TotalLoanCosts: > 0, OriginationCharges: > 0 } && e.TotalLoanCosts <= e.OriginationCharges),
        new("Q617", "Combined loan-to-value ratio", "(24)", "The combined ratio is usually not below the loan over the value.", e => e is { LoanType: 1, Cltv: { } cltv, Amount: { } amount, PropertyValue: > 0 } && decimal.Round(cltv, 2) < decimal.Round(amount / e.PropertyValue.Value * 100, 2)),
        new("Q620", "NMLSR ID", "(34)", "A loan that is not for a business purpose usually has an originator with an NMLSR identifier.", e => !e.Terms.IsBusinessPurpose && string.IsNullOrEmpty(e.Terms.NmlsrId)),
        new("Q623", "Loan amount", "(7)", "With an income of at most $200,000, a loan on one to four units is usually less than $2,000,000.", e => IsSmall(e) && e.Terms.IncomeThousands <= 200 && e.Amount >= 2_000_000),
        new("Q624", "Loan amount", "(7)", "An FHA loan on one unit is usually at most $637,000.", e => e is { LoanType: 2, Terms.TotalUnits: 1, Amount: > 637_000 }),
        new("Q625", "Loan amount", "(7)", "A VA loan on one to four units is usually at most $1,050,000.", e => e is { LoanType: 3, Amount: > 1_050_000 } && IsSmall(e)),
        new("Q626", "Loan amount", "(7)", "A loan these buyers take on one to four units is usually at most $1,225,000.", e => IsAgency(e) && IsSmall(e) && e.Amount > 1_225_000),
        new("Q627", "Loan amount", "(7)", "A loan on five units or more is usually between $100,000 and $10,000,000.", e => e is { Terms.TotalUnits: >= 5, Amount: < 100_000 or > 10_000_000 }),
        new("Q628", "Loan amount", "(7)", "A purchase of one to four units is usually more than $10,000.", e => e is { Purpose: 1, Amount: >= 1_000 and <= 10_000 } && IsSmall(e)),
        new("Q629", "Income", "(10)(iii)", "A purchase or improvement of one to four units usually has an income.", e => e.Action is not (null or HmdaAction.Purchased) && e.Purpose is 1 or 2 or 4 && IsSmall(e) && e.Terms.IncomeThousands is null),
        new("Q630", "HOEPA status", "(13)", "A loan on five units or more usually has no HOEPA status.", e => e.Terms is { TotalUnits: >= 5, IsHighCost: not null }),
        new("Q631", "Total units", "(31)", "FHA, VA and USDA loans are usually on one to four units.", e => e is { LoanType: 2 or 3 or 4, Terms.TotalUnits: > 4 }),
        new("Q645-1", "Loan amount", "(7)", "A loan is usually at least $500.", e => e.Amount is > 0 and < 500 && e.Purpose != 1),
        new("Q645-2", "Loan amount", "(7)", "A purchase is usually at least $1,000.", e => e is { Purpose: 1, Amount: > 0 and < 1_000 }),
        new("Q648", "ULI", "(1)(i)", "The first twenty characters of the ULI are usually the lender’s LEI.", e => e is { Lei: { } lei, Terms.Uli: { Length: >= 23 } uli } && !uli.StartsWith(lei, StringComparison.OrdinalIgnoreCase)),
        new("Q649-1", "Credit score", "(15)", "A score is usually between 300 and 900.", e => e.Terms.CreditScore is < 300 or > 900),
        new("Q650-1", "Interest rate", "(21)", "A rate below half a percent may be a decimal point out of place.", e => e.InterestRate is > 0 and < 0.5m),
        new("Q650-2", "Interest rate", "(21)", "A rate above 20 percent may be a decimal point out of place.", e => e.InterestRate > 20),
        new("Q651-1", "Combined loan-to-value ratio", "(24)", "A ratio below 1.5 may be a decimal point out of place: it is written in percent.", e => e.Cltv is > 0 and < 1.5m),
        new("Q651-2", "Combined loan-to-value ratio", "(24)", "A ratio is usually below 150 percent.", e => e.Cltv is >= 150 and <= 250),
        new("Q652", "Debt-to-income ratio", "(23)", "A ratio below 1 may be a decimal point out of place: it is written in percent.", e => e.Terms.DebtToIncome is > 0 and < 1),
        new("Q653-1", "Combined loan-to-value ratio", "(24)", "A ratio is usually at most 250 percent.", e => e.Cltv > 250),
        new("Q654", "Debt-to-income ratio", "(23)", "A ratio is usually at most 80 percent.", e => e.Action is HmdaAction.Originated or HmdaAction.ApprovedNotAccepted or HmdaAction.PreapprovalNotAccepted && e.Terms is { IncomeThousands: > 5, DebtToIncome: > 80 }),
        new("Q660-1", "Street", "(9)(i)", "A street of more than 100 characters may be more than one address.", e => e.Street is { Length: > 100 }),
        new("Q660-2", "Street", "(9)(i)", "“;”, “&” or “and” in a street may mean more than one address.", e => e.Street is { } street && (street.Contains(';', StringComparison.Ordinal) || street.Contains('&', StringComparison.Ordinal) || HasWord(street, "and"))),
        new("Q660-3", "Street", "(9)(i)", "There is something in the street that addresses do not have.", e => e.Street is { } street && (street.IndexOfAny(oddInStreet) >= 0 || HasWord(street, "tbd"))),
        new("Q660-4", "Street", "(9)(i)", "A street usually has letters and digits.", e => !string.IsNullOrWhiteSpace(e.Street) && !HasWord(e.Street, "tbd") && (!e.Street.Any(char.IsAsciiDigit) || !e.Street.Any(char.IsAsciiLetter))),
    ];

    private static bool IsSmall(HmdaEntry e) => e.Terms.TotalUnits is >= 1 and <= 4;

    private static bool IsAgency(HmdaEntry e) => e.Terms.Purchaser is HmdaPurchaser.FannieMae or HmdaPurchaser.GinnieMae or HmdaPurchaser.FreddieMac or HmdaPurchaser.FarmerMac;

    private static bool HasWord(string text, string word) => text.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase);
}
