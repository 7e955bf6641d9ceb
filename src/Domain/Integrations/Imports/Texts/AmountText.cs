using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>Dollar amounts as people and spreadsheets write them: 425000, $425,000.00, 425k, 4.25E+05, 425.000,00.</summary>
internal static partial class AmountText
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <param name="text">The cell.</param>
    /// <param name="limit">The largest amount that can be meant, in dollars.</param>
    public static Reading<decimal?> Read(string text, decimal limit)
    {
        var plain = Noise().Replace(text, "");
        var scale = plain.Length == 0 ? 1m : char.ToLowerInvariant(plain[^1]) switch { 'k' => 1_000m, 'm' => 1_000_000m, _ => 1m };
        if (scale > 1) plain = plain[..^1];

        if (Ambiguous().IsMatch(plain)) return Reading<decimal?>.No($"“{Shown.Of(text)}” can be read in two ways", plain.Replace(".", "", StringComparison.Ordinal));
        if (German().IsMatch(plain)) plain = plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        if (plain.Contains(',', StringComparison.Ordinal) && !Grouped().IsMatch(plain)) return NotAnAmount(text);
        if (Huge().IsMatch(plain)) return TooLarge(text, limit);
        if (!decimal.TryParse(plain, NumberStyles.Number | NumberStyles.AllowExponent | NumberStyles.AllowParentheses, CultureInfo.InvariantCulture, out var value)) return NotAnAmount(text);
        if (Math.Abs(value) > limit) return TooLarge(text, limit);

        value = Math.Round(value * scale, 2, MidpointRounding.AwayFromZero);
        return value switch
        {
            < 0 => Reading<decimal?>.No($"“{Shown.Of(text)}” is below zero"),
            0 => Reading<decimal?>.But(null, $"“{Shown.Of(text)}” is taken as not known"),
            < 1 => Reading<decimal?>.No($"“{Shown.Of(text)}” is less than one dollar"),
            _ when value > limit => TooLarge(text, limit),
            < 1_000 => Reading<decimal?>.But(value, $"{value.ToString("C0", english)} is very little; did you mean {(value * 1_000).ToString("C0", english)}?"),
            _ => new(value),
        };
    }

    private static Reading<decimal?> NotAnAmount(string text) => Reading<decimal?>.No($"“{Shown.Of(text)}” is not an amount");

    private static Reading<decimal?> TooLarge(string text, decimal limit) => Reading<decimal?>.No($"“{Shown.Of(text)}” is above {limit.ToString("C0", english)}");

    [GeneratedRegex(@"(?i)usd|us\$|[$\s\u00A0\u202F']")]
    private static partial Regex Noise();

    // 425.000 is 425 in one country and 425,000 in another.
    [GeneratedRegex(@"^\d{1,3}\.\d{3}$")]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^(\d{1,3}(\.\d{3})+|\d+),\d{2}$")]
    private static partial Regex German();

    [GeneratedRegex(@"^[-(]?\d{1,3}(,\d{3})+(\.\d*)?\)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?i)^[-(]?(\d+(\.\d*)?e\+?([1-9]\d|\d{3,})|\d{20,}.*)$")]
    private static partial Regex Huge();
}
