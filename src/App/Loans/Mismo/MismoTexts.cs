using System.Globalization;
using System.Text;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.App.Loans.Mismo;

/// <summary>How an application and its losses are said on screen.</summary>
public static class MismoTexts
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A fact of an application; null where there is none.</summary>
    public static string? Of(MismoField field, MismoApplication application, DateOnly today) => field.Of(application) switch
    {
        null => null,
        decimal percent when field.Key is "rate" or "spread" or "dti" => LoanWords.Rate(percent),
        decimal dollars => Dollars.Full(dollars),
        int months when field.Key is "term" or "introductory" or "penalty" => $"{months} months",
        int count => count.ToString("N0", english),
        bool said => said ? "Yes" : "No",
        DateOnly day => LoanWords.Day(day, today),
        LoanPurpose purpose => LoanWords.Of(purpose),
        Occupancy occupancy => LoanWords.Of(occupancy),
        MortgageType type => LoanWords.Of(type),
        HmdaPurchaser purchaser => Spaced($"{purchaser}"),
        IReadOnlyList<IncomeLine> incomes => Sum(incomes.Count, incomes.Sum(line => line.Monthly ?? 0), "a month"),
        IReadOnlyList<LiabilityLine> debts => Sum(debts.Count, debts.Sum(line => line.Monthly ?? 0), "a month"),
        IReadOnlyList<AssetLine> assets => Sum(assets.Count, assets.Sum(line => line.Amount ?? 0), "together"),
        string text => text,
        var other => other.ToString(),
    };

    /// <summary>The rows of a fact that has some, with whose they are.</summary>
    public static IReadOnlyList<string> Lines(MismoField field, MismoApplication application)
    {
        return field.Of(application) switch
        {
            IReadOnlyList<IncomeLine> incomes => [.. incomes.Select(line => Row(SheetWords.Of(line.Kind), line.From, line.Monthly, line.PartyId))],
            IReadOnlyList<LiabilityLine> debts => [.. debts.Select(line => Row(SheetWords.Of(line.Kind), line.Creditor, line.Monthly ?? line.Balance, line.PartyId))],
            IReadOnlyList<AssetLine> assets => [.. assets.Select(line => Row(SheetWords.Of(line.Kind), line.Held, line.Amount, line.PartyId))],
            _ => [],
        };

        string Row(string kind, string? name, decimal? sum, Guid? whose) => string.Join(" · ", new[]
        {
            kind, name, sum is { } dollars ? Dollars.Full(dollars) : null, application.People.Count(person => person.IsBorrower) > 1 ? application.People.FirstOrDefault(person => person.Key == whose)?.FirstName ?? "all" : null,
        }.OfType<string>());
    }

    public static string Of(ApplicationPiece piece) => piece switch
    {
        ApplicationPiece.SocialSecurityNumber => "social security number",
        ApplicationPiece.PropertyAddress => "property address",
        ApplicationPiece.EstimatedValue => "value of the property",
        ApplicationPiece.LoanAmount => "loan amount",
        _ => piece.ToString().ToLowerInvariant(),
    };

    /// <param name="kind">What became of it.</param>
    /// <param name="isOut">Whether it goes out of here.</param>
    public static string Of(MismoLossKind kind, bool isOut) => kind switch
    {
        MismoLossKind.Removed => "Taken out for privacy",
        MismoLossKind.NotTaken => isOut ? "Stays here" : "Without a place here",
        _ => isOut ? "Written with a change" : "Taken with a change",
    };

    /// <summary>The name of the element a path ends with, as words: "Employment start date".</summary>
    public static string Last(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        name = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (name.Contains(' ', StringComparison.Ordinal)) return name;
        return name.Contains('_', StringComparison.Ordinal) || name.All(letter => !char.IsLower(letter)) ? Capital(name.Replace('_', ' ').ToLowerInvariant()) : Spaced(name);
    }

    /// <summary>Where it stands, without its own name.</summary>
    public static string Place(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";

    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : (bytes / 1024m / 1024m).ToString("0.0", english) + " MB";

    public static string Values(int count) => count == 1 ? "1 value" : $"{count.ToString("N0", english)} values";

    private static string Sum(int count, decimal sum, string per) => count == 0 ? "None" : $"{(count == 1 ? "1 line" : $"{count} lines")}, {Dollars.Full(sum)} {per}";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    // HMDARateSpreadPercent: "HMDA rate spread percent".
    private static string Spaced(string name)
    {
        var words = new StringBuilder();
        for (var place = 0; place < name.Length; place++)
        {
            var starts = place > 0 && char.IsUpper(name[place]) && (char.IsLower(name[place - 1]) || (place + 1 < name.Length && char.IsLower(name[place + 1])));
            if (starts) words.Append(' ');
            var isWord = char.IsUpper(name[place]) && place + 1 < name.Length && char.IsLower(name[place + 1]);
            words.Append(place > 0 && isWord ? char.ToLowerInvariant(name[place]) : name[place]);
        }
        return words.ToString();
    }
}
