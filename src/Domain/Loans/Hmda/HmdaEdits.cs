using CrmStudio.Domain.Compliance;

namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>
/// The edits of the Bureau's filing instructions guide for 2026 that need nothing but what is held here, under their own numbers. Left out
/// are those about whole files, about numbers this house does not hold (several scores, underwriting systems, multifamily homes, a
/// manufactured home's land) and those a line cannot break by the way it is made. Findings are tasks, never a reason not to lend.
/// </summary>
public static partial class HmdaEdits
{
    private const string Point = "12 CFR 1003.4(a)";

    private static readonly HmdaAction?[] notClosed =
        [HmdaAction.ApprovedNotAccepted, HmdaAction.Denied, HmdaAction.Withdrawn, HmdaAction.Incomplete, HmdaAction.PreapprovalDenied, HmdaAction.PreapprovalNotAccepted];

    private static readonly Edit[] all = [.. Validity(), .. Quality()];

    private static Edit[] Validity() =>
    [
        new("V608-1", "ULI", "(1)(i)", "A ULI has 23 to 45 letters and digits.", e => e.Terms.Uli is not { Length: >= 23 and <= 45 } uli || !uli.All(char.IsAsciiLetterOrDigit)),
        new("V609", "ULI", "(1)(i)", "The check digits of the ULI do not fit: there is a slip in it.", e => e.Terms.Uli is { Length: >= 23 and <= 45 } uli && uli.All(char.IsAsciiLetterOrDigit) && !CheckDigits.IsUli(uli)),
        new("V610-1", "Application date", "(1)(ii)", "The application date is missing.", e => e.ApplicationOn is null && e.Action != HmdaAction.Purchased),
        new("V611", "Loan type", "(2)", "The loan type is missing.", e => e.LoanType is null),
        new("V612-1", "Loan purpose", "(3)", "The purpose is missing.", e => e.Purpose is null),
        new("V612-2", "Preapproval", "(4)", "A preapproval goes with a purchase only.", e => e.Terms.IsPreapproval && e.Purpose is not (null or 1)),
        new("V613-2", "Preapproval", "(4)", "A preapproval request that was denied or not accepted was a preapproval request.", e => e.Action is HmdaAction.PreapprovalDenied or HmdaAction.PreapprovalNotAccepted && !e.Terms.IsPreapproval),
        new("V613-3", "Preapproval", "(4)", "With this action no preapproval is reported.", e => e.Action is HmdaAction.Denied or HmdaAction.Withdrawn or HmdaAction.Incomplete or HmdaAction.Purchased && e.Terms.IsPreapproval),
        new("V614-3", "Preapproval", "(4)", "A reverse mortgage has no preapproval.", e => e.Terms is { IsReverse: true, IsPreapproval: true }),
        new("V614-4", "Preapproval", "(4)", "An open-end line of credit has no preapproval.", e => e.Terms is { IsOpenEnd: true, IsPreapproval: true }),
        new("V616", "Occupancy", "(6)", "The occupancy is missing.", e => e.Occupancy is null),
        new("V617", "Loan amount", "(7)", "The amount is missing.", e => e.Amount is not > 0),
        new("V619-1", "Action taken date", "(8)(ii)", "The day of the action is missing.", e => e.Action is not null && e.ActionOn is null),
        new("V619-3", "Action taken date", "(8)(ii)", "The action cannot come before the application.", e => e.ActionOn < e.ApplicationOn),
        new("V620", "Street", "(9)(i)", "The street is missing.", e => string.IsNullOrWhiteSpace(e.Street)),
        new("V622", "City, state and ZIP", "(9)(i)", "Where there is a street, there are a city, a state and a ZIP code.", e => !string.IsNullOrWhiteSpace(e.Street) && (string.IsNullOrWhiteSpace(e.City) || string.IsNullOrWhiteSpace(e.State) || string.IsNullOrWhiteSpace(e.Zip))),
        new("V623", "State", "(9)(i)", "A state has its two-letter code.", e => !string.IsNullOrWhiteSpace(e.State) && !IsState(e.State)),
        new("V624", "ZIP code", "(9)(i)", "A ZIP code reads 12345 or 12345-6789.", e => !string.IsNullOrWhiteSpace(e.Zip) && !IsZip(e.Zip)),
        new("V625-1", "Census tract", "(9)(ii)(C)", "A census tract has eleven digits.", e => e.Terms.CensusTract is { } tract && !IsDigits(tract, 11)),
        new("V626", "County", "(9)(ii)(B)", "A county is a five-digit FIPS code.", e => e.Terms.County is { } county && !IsDigits(county, 5)),
        new("V627", "County and census tract", "(9)(ii)", "The census tract lies in another county: its first five digits are the county.", e => e.Terms is { County: { } county, CensusTract: { } tract } && !tract.StartsWith(county, StringComparison.Ordinal)),
        new("V656-2", "Type of purchaser", "(11)", "A loan that was not made was not sold.", e => notClosed.Contains(e.Action) && e.Terms.Purchaser != HmdaPurchaser.None),
        new("V657-2", "Rate spread", "(12)", "With this action no rate spread is reported.", e => e.Action is HmdaAction.Denied or HmdaAction.Withdrawn or HmdaAction.Incomplete or HmdaAction.Purchased or HmdaAction.PreapprovalDenied && e.Terms.RateSpread is not null),
        new("V657-3", "Rate spread", "(12)", "A reverse mortgage has no rate spread.", e => e.Terms is { IsReverse: true, RateSpread: not null }),
        new("V658-2", "HOEPA status", "(13)", "A loan that was not made has no HOEPA status.", e => notClosed.Contains(e.Action) && e.Terms.IsHighCost is not null),
        new("V661", "Credit score", "(15)", "A score and its model go together.", e => e.Terms.CreditScore is null != e.Terms.ScoreModel is HmdaScoreModel.None),
        new("V663", "Credit score", "(15)", "With this action no score is reported.", e => e.Action is HmdaAction.Withdrawn or HmdaAction.Incomplete or HmdaAction.Purchased && e.Terms.CreditScore is not null),
        new("V669-3", "Reasons for denial", "(16)", "Each reason is reported once, and four at most.", e => e.DenialReasons.Count > 4 || e.DenialReasons.Distinct().Count() != e.DenialReasons.Count),
        new("V670-1", "Reasons for denial", "(16)", "A denial has a reason.", e => e.Action is HmdaAction.Denied or HmdaAction.PreapprovalDenied && e.DenialReasons.Count == 0),
        new("V670-3", "Reasons for denial", "(16)", "Only a denial has reasons for denial.", e => e.Action is not (null or HmdaAction.Denied or HmdaAction.PreapprovalDenied) && e.DenialReasons.Count > 0),
        new("V677-2", "Interest rate", "(21)", "With this action no rate is reported.", e => e.Action is HmdaAction.Denied or HmdaAction.Withdrawn or HmdaAction.Incomplete or HmdaAction.PreapprovalDenied && e.InterestRate is not null),
        new("V678-3", "Prepayment penalty", "(22)", "A reverse mortgage has no prepayment penalty term.", e => e.Terms is { IsReverse: true, PrepaymentPenaltyMonths: not null }),
        new("V678-4", "Prepayment penalty", "(22)", "A loan for a business purpose has no prepayment penalty term.", e => e.Terms is { IsBusinessPurpose: true, PrepaymentPenaltyMonths: not null }),
        new("V678-5", "Prepayment penalty", "(22)", "A prepayment penalty cannot outlast the loan.", e => e.Terms.PrepaymentPenaltyMonths > e.TermMonths),
        new("V679-2", "Debt-to-income ratio", "(23)", "With this action no ratio is reported.", e => e.Action is HmdaAction.Withdrawn or HmdaAction.Incomplete or HmdaAction.Purchased && e.Terms.DebtToIncome is not null),
        new("V681-2", "Combined loan-to-value ratio", "(24)", "With this action no ratio is reported.", e => e.Action is HmdaAction.Withdrawn or HmdaAction.Incomplete or HmdaAction.Purchased && e.Cltv is not null),
        new("V688-2", "Property value", "(28)", "With this action no value is reported.", e => e.Action is HmdaAction.Withdrawn or HmdaAction.Incomplete && e.PropertyValue is not null),
        new("V691", "Total units", "(31)", "The number of units is missing.", e => e.Terms.TotalUnits is not > 0),
        new("V695-2", "NMLSR ID", "(34)", "An NMLSR identifier is not zero.", e => e.Terms.NmlsrId is { Length: > 0 } id && id.All(digit => digit == '0')),
        new("V695-3", "NMLSR ID", "(34)", "An NMLSR identifier has four to seven digits and is at most 3000000.", e => e.Terms.NmlsrId is { Length: > 0 } id && id.Any(digit => digit != '0') && (id.Length is < 4 or > 7 || string.CompareOrdinal(id.PadLeft(7, '0'), "3000000") > 0)),
        new("V716", "County and state", "(9)(ii)", "The county lies in another state.", e => e.Terms.County is { } county && IsDigits(county, 5) && StateCodes.FipsOf(e.State) is { } state && !county.StartsWith(state, StringComparison.Ordinal)),
        new("V720-1", "Credit score", "(15)", "Scores of this model begin at 280.", e => e.Terms is { CreditScore: < 280, ScoreModel: >= HmdaScoreModel.EquifaxBeacon5 and <= HmdaScoreModel.Vantage3 or HmdaScoreModel.Fico9 or HmdaScoreModel.Fico8 }),
        new("V720-3", "Credit score", "(15)", "Scores of this model begin at 300.", e => e.Terms is { CreditScore: < 300, ScoreModel: HmdaScoreModel.Fico10 or HmdaScoreModel.Fico10T or HmdaScoreModel.Vantage4 }),
    ];

    /// <summary>How many edits there are.</summary>
    public static int Count => all.Length;

    /// <summary>Every finding on a line, in the order of the guide. A loan that is still open is checked as far as it goes.</summary>
    public static IReadOnlyList<HmdaFinding> Check(HmdaEntry entry) =>
        [.. all.Where(edit => edit.IsBroken(entry)).Select(edit => new HmdaFinding(edit.Name, edit.Field, edit.Message, Point + edit.Point))];

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);

    private static bool IsState(string text) => StateCodes.FipsOf(text) is not null;

    private static bool IsZip(string text) => text.Split('-') is [var zip] ? IsDigits(zip, 5) : text.Split('-') is [var five, var four] && IsDigits(five, 5) && IsDigits(four, 4);

    private sealed record Edit(string Name, string Field, string Point, string Message, Func<HmdaEntry, bool> IsBroken);
}
