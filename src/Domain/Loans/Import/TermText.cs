using System.Globalization;
using System.Text.RegularExpressions;
using CrmStudio.Domain.Integrations.Imports.Texts;

namespace CrmStudio.Domain.Loans.Import;

/// <summary>Terms in months: 360, 360 months, 30 years, 30 yr fixed.</summary>
internal static partial class TermText
{
    private const int LongestYears = 50;

    public static Reading<int?> Read(string text)
    {
        var match = Term().Match(text.Trim());
        if (!match.Success || !int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Reading<int?>.No($"“{Shown.Of(text)}” is not a term; write the months, such as 360");

        var unit = match.Groups[2].Value.ToLowerInvariant();
        var isYears = unit.StartsWith('y') || (unit.Length == 0 && number is >= 5 and <= LongestYears);
        var months = isYears ? (long)number * 12 : number;
        if (months is < 1) return Reading<int?>.But(null, $"“{Shown.Of(text)}” is taken as not known");
        if (months > Loan.TermLimit) return Reading<int?>.No($"{months:0} months is above {Loan.TermLimit}", number % 10 == 0 && number / 10 <= Loan.TermLimit && !isYears ? $"{number / 10}" : null);
        return unit.Length == 0 && isYears ? Reading<int?>.But((int)months, $"{number} is taken as years: {months} months") : new((int)months);
    }

    [GeneratedRegex(@"(?i)^(\d{1,6})(?:\.0+)?\s*-?\s*(m|mo|mos|mon|mths?|months?|y|yr|yrs|years?)?\.?(?:\s+fixed)?$")]
    private static partial Regex Term();
}
