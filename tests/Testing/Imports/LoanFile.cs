using System.Globalization;
using System.Text;

namespace CrmStudio.Testing.Imports;

/// <summary>
/// A file of loans and what must come of it, both worked out from the number of a row: most rows are good, some bring a co-borrower,
/// some borrowers come twice, and one row in fifty cannot be taken.
/// </summary>
/// <param name="rows">Rows below the header.</param>
/// <param name="prefix">Begins every loan number and address, so that files do not meet.</param>
public sealed class LoanFile(int rows, string prefix = "K")
{
    private const int Bad = 50, Couples = 7, Regulars = 11;
    private static readonly string[] first = ["Ada", "Bram", "Carla", "Dana", "Elio", "Farah", "Greta", "Hugo", "Imani", "Jonas", "Kaia", "Leon", "Mara", "Nadir", "Odile", "Pavel"];
    private static readonly string[] last = ["Whitlock", "Farrow", "Okafor", "Lindqvist", "Marchetti", "Delgado", "Nakamura", "Brandt", "Castellan", "Dorsey", "Fontaine", "Galloway", "Ibsen"];
    private static readonly string[] stages = ["New lead", "Contacted", "Processing", "Clear to close", "Funded"];

    public int Rows { get; } = rows;

    /// <summary>Rows that can be taken.</summary>
    public int Good => Rows - Numbers.Count(IsBad);

    /// <summary>Contacts that must be there afterwards.</summary>
    public int People => Numbers.Where(i => !IsBad(i)).Select(Email).Distinct().Count() + Numbers.Count(i => !IsBad(i) && IsCouple(i));

    /// <summary>Parts people must have in the loans.</summary>
    public int Parties => Good + Numbers.Count(i => !IsBad(i) && IsCouple(i));

    private IEnumerable<int> Numbers => Enumerable.Range(0, Rows);

    /// <summary>The loans that must be there, by number: one line of text each.</summary>
    public IEnumerable<string> Loans() => Numbers.Where(i => !IsBad(i)).Select(Number).Select((number, at) => (number, at))
        .Zip(Numbers.Where(i => !IsBad(i)), (named, i) => Line(named.number, Borrower(i), Amount(i), Rate(i), Stage(i), Email(i), IsCouple(i) ? 2 : 1));

    /// <summary>How a loan is written down to be compared.</summary>
    public static string Line(string number, string borrower, decimal? amount, decimal? rate, string stage, string? email, int parties) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {borrower} {amount:0.##} {rate:0.####} {stage} {email} {parties}");

    /// <summary>The file, as it is uploaded.</summary>
    public Stream Open()
    {
        var text = new StringBuilder("Loan number,First name,Last name,E-mail,Phone,Loan amount,Rate,Status,Purpose,Term,Co-borrower,Address,City,State,Zip\r\n");
        foreach (var i in Numbers)
            text.Append(CultureInfo.InvariantCulture, $"{Number(i)},{First(i)},{Last(i)},{Email(i)},(207) 555-{i % 10_000:0000},{(IsBad(i) ? "a lot" : $"\"${Amount(i):N0}\"")},{Rate(i)},{Stage(i)},Purchase,360,{(IsCouple(i) ? $"Jo {Last(i)}" : "")},{i % 900 + 1} Alder Court,Wells Harbor,ME,04090\r\n");
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static bool IsBad(int i) => i % Bad == Bad - 1;

    private static bool IsCouple(int i) => i % Couples == 3;

    private static string First(int i) => first[i % first.Length];

    private static string Last(int i) => last[i / first.Length % last.Length];

    private static string Borrower(int i) => $"{First(i)} {Last(i)}";

    private static decimal Amount(int i) => 180_000 + i % 4_000 * 175;

    private static decimal Rate(int i) => 5.5m + i % 16 * .125m;

    private static string Stage(int i) => stages[i % stages.Length];

    private string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i + 1:000000}");

    // Whoever comes again borrowed a while ago: the two rows may stand in different chunks.
    private string Email(int i) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{(i % Regulars == 5 && i > 6_000 ? i - 6_000 : i)}@example.com").ToLowerInvariant();
}
