using System.Globalization;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>
/// Says a MISMO file in our words. Whatever value it does not make use of ends up in the loss report: not because a list says so, but because
/// nothing asked for it.
/// </summary>
public sealed partial class MismoReading
{
    private const string Namespaces = "urn:fdc:mismo.org:2009:residential/";

    private readonly MismoElement deal;
    private readonly MismoLosses losses;
    private readonly HashSet<string> says = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MismoElement> labelled = new(StringComparer.Ordinal);
    private readonly Dictionary<MismoElement, MismoPerson> roles = [];
    private readonly ILookup<MismoElement, MismoElement> linked;

    private MismoReading(MismoElement deal, MismoLosses losses)
    {
        (this.deal, this.losses) = (deal, losses);
        linked = Links();
    }

    /// <summary>Reads.</summary>
    /// <param name="message">The file, cleaned (<see cref="MismoPrivacy.Clean"/>).</param>
    /// <param name="losses">What cleaning it took out; the report is added to it.</param>
    public static Outcome<MismoResult> Of(MismoElement message, MismoLosses losses)
    {
        var deals = message.Children.Where(child => child.Name == "DEAL_SETS").SelectMany(Below("DEAL_SET")).SelectMany(Below("DEALS")).SelectMany(Below("DEAL")).ToList();
        if (deals.Find(deal => deal.Children.Any(child => child.Name is "LOANS" or "PARTIES" && child.Children.Count > 0)) is not { } deal) return MismoRefusals.NoDeal;

        foreach (var about in message.Children.Where(child => child.Name == "ABOUT_VERSIONS").SelectMany(element => element.All())) about.IsTaken = true;   // who wrote the file says nothing of the loan
        var application = new MismoReading(deal, losses).Read();
        foreach (var (left, why) in message.All().Where(element => !element.IsTaken && element.Children.Count == 0 && element.Text.Length > 0).Select(element => (element, element.Untaken)))
            losses.Add(MismoLossKind.NotTaken, left.Path, left.Text, why, left.Line);
        return new MismoResult(application, losses.Report);
    }

    private static Func<MismoElement, IEnumerable<MismoElement>> Below(string name) => element => element.Children.Where(child => child.Name == name);

    private MismoApplication Read()
    {
        // The order matters where one part says whose another is.
        var people = People();
        var loan = SubjectLoan();
        var (terms, hmda) = Loan(loan);
        var property = Each(deal, "COLLATERALS/COLLATERAL/SUBJECT_PROPERTY").FirstOrDefault();
        var (price, value) = (Sum(property, "SALES_CONTRACTS/SALES_CONTRACT/SALES_CONTRACT_DETAIL/SalesContractAmount"), Value(property));
        terms = terms with { PurchasePrice = Say("price", price), AppraisedValue = Say("value", value), Occupancy = Say("occupancy", Word(property, "PROPERTY_DETAIL/PropertyUsageType", MismoTypes.Occupancy)) };
        hmda = Place(property, hmda);
        var incomes = Incomes();
        var liabilities = Liabilities();
        var assets = Assets(incomes, liabilities);
        var housing = Housing(loan, property, terms);

        var application = new MismoApplication
        {
            Number = Say("number", Identifier(loan, "LenderLoan")),
            ApplicationOn = Say("application", Date(loan, "LOAN_DETAIL/ApplicationReceivedDate")),
            ClosingOn = Say("closing", Date(loan, "CLOSING_INFORMATION/CLOSING_INFORMATION_DETAIL/LoanEstimatedClosingDate") ?? Date(loan, "CLOSING_INFORMATION/CLOSING_INFORMATION_DETAIL/ClosingDate")),
            Address = Say("address", Name(property, "ADDRESS/AddressLineText", 200)), City = Say("city", Name(property, "ADDRESS/CityName", 100)),
            State = Say("state", State(property)), Zip = Say("zip", Zip(property)),
            Sheet = new(terms, housing, Costs(loan), Capped(incomes, "incomes"), Capped(liabilities, "liabilities"), Capped(assets, "assets")), Hmda = hmda, People = people, HasTaxpayerId = hasTaxpayerId, Says = says,
        };
        if (application.Sheet.Incomes.Count > 0) says.Add("incomes");
        if (application.Sheet.Liabilities.Count > 0) says.Add("liabilities");
        if (application.Sheet.Assets.Count > 0) says.Add("assets");
        Unlinked();
        return application;
    }

    private string? Say(string key, string? value)
    {
        if (value is not null) says.Add(key);
        return value;
    }

    private T? Say<T>(string key, T? value)
        where T : struct
    {
        if (value is not null) says.Add(key);
        return value;
    }

    // ---- Looking things up ----

    private static IEnumerable<MismoElement> Each(MismoElement? from, string path) =>
        from is null ? [] : path.Split('/').Aggregate((IEnumerable<MismoElement>)[from], (at, name) => at.SelectMany(element => element.Children.Where(child => child.Name == name)));

    /// <summary>The first value at a path that was not made use of yet.</summary>
    private static MismoElement? Leaf(MismoElement? from, string path)
    {
        if (Each(from, path).FirstOrDefault(leaf => leaf is { IsTaken: false, Text.Length: > 0, Children.Count: 0 }) is not { } leaf) return null;
        if (!leaf.IsCut) return leaf;
        leaf.Untaken = "is longer than any value of an application";
        return null;
    }

    private static string? Text(MismoElement? from, string path)
    {
        if (Leaf(from, path) is not { } leaf) return null;
        leaf.IsTaken = true;
        return leaf.Text;
    }

    private string? Name(MismoElement? from, string path, int most)
    {
        var leaf = Leaf(from, path);
        if (Text(from, path) is not { } text) return null;
        if (text.Length <= most) return text;
        Changed(leaf!, $"is cut to {most} letters");
        return text[..most].TrimEnd();
    }

    private decimal? Amount(MismoElement? from, string path, bool mayBeNegative = false)
    {
        if (Leaf(from, path) is not { } leaf) return null;
        if (!decimal.TryParse(leaf.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return Not<decimal>(leaf, "is not an amount");
        if (amount > LoanQualification.SumLimit || amount < (mayBeNegative ? -LoanQualification.SumLimit : 0)) return Not<decimal>(leaf, mayBeNegative ? "is beyond $100,000,000" : "does not lie between $0 and $100,000,000");
        return Rounded(leaf, amount, 2);
    }

    private decimal? Percent(MismoElement? from, string path, decimal least, decimal most)
    {
        if (Leaf(from, path) is not { } leaf) return null;
        if (!decimal.TryParse(leaf.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)) return Not<decimal>(leaf, "is not a percentage");
        return percent < least || percent > most ? Not<decimal>(leaf, $"does not lie between {least:0} and {most:0} %") : Rounded(leaf, percent, 4);
    }

    private int? Count(MismoElement? from, string path, int least, int most)
    {
        if (Leaf(from, path) is not { } leaf) return null;
        if (!int.TryParse(leaf.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return Not<int>(leaf, "is not a whole number");
        if (count < least || count > most) return Not<int>(leaf, $"does not lie between {least} and {most:N0}");
        leaf.IsTaken = true;
        return count;
    }

    private DateOnly? Date(MismoElement? from, string path)
    {
        if (Leaf(from, path) is not { } leaf) return null;
        // A day of MISMO may carry a zone behind it; a legal day has none.
        var day = leaf.Text.Length > 10 && leaf.Text[10] is 'Z' or '+' or '-' or 'T' ? leaf.Text[..10] : leaf.Text;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return Not<DateOnly>(leaf, "is not a day");
        if (date.Year is < 1990 or > 2100) return Not<DateOnly>(leaf, "lies too far away");
        leaf.IsTaken = true;
        return date;
    }

    private bool? Indicator(MismoElement? from, string path)
    {
        if (Leaf(from, path) is not { } leaf) return null;
        bool? value = leaf.Text switch { "true" or "1" => true, "false" or "0" => false, _ => null };
        if (value is null) return Not<bool>(leaf, "is neither true nor false");
        leaf.IsTaken = true;
        return value;
    }

    private T? Word<T>(MismoElement? from, string path, MismoWords<T> words)
        where T : struct, Enum
    {
        if (Leaf(from, path) is not { } leaf) return null;
        var description = Leaf(from, $"{path}OtherDescription");
        if (leaf.Text == "Other" && description is not null && words.Of($"Other:{description.Text}") is { } described)
        {
            (leaf.IsTaken, description.IsTaken) = (true, true);
            return described.Value;
        }
        if (words.Of(leaf.Text) is not { } known) return Not<T>(leaf, "is not known here");
        leaf.IsTaken = true;
        if (!known.IsExact) Changed(leaf, $"is taken as {Spoken(known.Value)}");
        return known.Value;
    }

    private decimal Rounded(MismoElement leaf, decimal number, int places)
    {
        leaf.IsTaken = true;
        var rounded = Math.Round(number, places, MidpointRounding.AwayFromZero);
        if (rounded != number) Changed(leaf, $"is rounded to {rounded.ToString(CultureInfo.InvariantCulture)}");
        return rounded;
    }

    private static T? Not<T>(MismoElement leaf, string why)
        where T : struct
    {
        leaf.Untaken = why;
        return null;
    }

    private void Changed(MismoElement leaf, string why) => losses.Add(MismoLossKind.Changed, leaf.Path, leaf.Text, why, leaf.Line);

    private static string Spoken<T>(T value)
        where T : struct, Enum => string.Concat($"{value}".Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private List<T> Capped<T>(List<T> lines, string what)
    {
        if (lines.Count <= LoanQualification.RowsLimit) return lines;
        losses.Add(MismoLossKind.NotTaken, what, null, $"a sheet holds at most {LoanQualification.RowsLimit} of them", count: lines.Count - LoanQualification.RowsLimit);
        return lines[..LoanQualification.RowsLimit];
    }
}
