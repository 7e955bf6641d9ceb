using System.Globalization;
using System.Text.RegularExpressions;
using CrmStudio.Domain.Integrations.Imports.Texts;

namespace CrmStudio.Domain.Loans.Import;

/// <summary>Rates in percent as people write them: 6.75, 6.75 %, 6,75, 6 3/4.</summary>
internal static partial class RateText
{
    public static Reading<decimal?> Read(string text)
    {
        var plain = text.Replace("%", "", StringComparison.Ordinal).Trim();
        var isPercent = plain.Length < text.Trim().Length;
        var value = Fraction(plain) ?? Number(plain);
        if (value is not { } rate) return Reading<decimal?>.No($"“{Shown.Of(text)}” is not a rate");

        rate = Math.Round(rate, 4, MidpointRounding.AwayFromZero);
        return rate switch
        {
            < 0 => Reading<decimal?>.No($"“{Shown.Of(text)}” is below zero"),
            0 => Reading<decimal?>.But(null, $"“{Shown.Of(text)}” is taken as not known"),
            < 0.25m when !isPercent && rate is >= 0.01m => Reading<decimal?>.No($"{Say(rate)} is a fraction, not percent", Say(rate * 100)),
            > Loan.RateLimit => Reading<decimal?>.No($"{Say(rate)} is above {Loan.RateLimit:0} %", Slipped(rate)),
            _ => new(rate),
        };
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(DecimalComma().Replace(text, "."), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value < 1_000_000 ? value : null;

    private static decimal? Fraction(string text)
    {
        var match = Eighths().Match(text);
        if (!match.Success) return null;
        var (whole, part, of) = (Digits(1), Digits(2), Digits(3));
        return of == 0 || part >= of ? null : whole + (part / of);

        decimal Digits(int group) => decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    // A decimal point that got lost: 675 → 6.75. Mortgage rates of the last fifty years lie between 2 and 19 percent.
    private static string? Slipped(decimal rate)
    {
        for (var moved = rate / 10; moved >= 2; moved /= 10)
        {
            if (moved < 20) return Say(moved);
        }
        return null;
    }

    private static string Say(decimal rate) => rate.ToString("0.####", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,2})[ -](\d{1,2})/(\d{1,2})$")]
    private static partial Regex Eighths();

    [GeneratedRegex(@",(?=\d{1,4}$)")]
    private static partial Regex DecimalComma();
}
