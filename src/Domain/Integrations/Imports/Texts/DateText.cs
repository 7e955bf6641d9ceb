using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>Days as American spreadsheets and systems write them: 3/9/2026, 03-09-26, 2026-03-09, 9-Mar-2026, March 9, 2026, Excel's day count.</summary>
internal static partial class DateText
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private static readonly DateOnly excelDayZero = new(1899, 12, 30);
    private static readonly DateOnly earliest = new(1980, 1, 1);
    private static readonly DateOnly latest = new(2099, 12, 31);

    private static readonly string[] formats =
    [
        "M/d/yyyy", "M-d-yyyy", "M.d.yyyy", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "M/d/yy", "M-d-yy",
        "d-MMM-yyyy", "d-MMM-yy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "ddd, MMM d, yyyy", "dddd, MMMM d, yyyy",
    ];

    public static Reading<DateOnly?> Read(string text)
    {
        var day = TimeOfDay().Replace(text.Trim(), "");
        if (ExcelCount().IsMatch(day)) return new(excelDayZero.AddDays(int.Parse(day, CultureInfo.InvariantCulture)));
        if (!DateOnly.TryParseExact(day, formats, english, DateTimeStyles.AllowInnerWhite, out var date)) return NotADate(text, day);
        if (date < earliest || date > latest) return Reading<DateOnly?>.No($"“{Shown.Of(text)}” has a year that cannot be meant");
        return new(date);
    }

    private static Reading<DateOnly?> NotADate(string text, string day)
    {
        if (DateOnly.TryParseExact(day, ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy"], english, DateTimeStyles.None, out var dayFirst))
            return Reading<DateOnly?>.No($"“{Shown.Of(text)}” is not a date with the month first", dayFirst.ToString("M/d/yyyy", english));
        if (Numbers().Match(day) is { Success: true } match && int.Parse(match.Groups[1].Value, english) is >= 1 and <= 12 and var month)
            return Reading<DateOnly?>.No($"“{Shown.Of(text)}” is not a date: {english.DateTimeFormat.GetMonthName(month)} has no day {match.Groups[2].Value}");
        return Reading<DateOnly?>.No($"“{Shown.Of(text)}” is not a date. Write it as month/day/year, such as 3/31/2026");
    }

    // Exports add a midnight nobody asked for.
    [GeneratedRegex(@"(?i)[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(am|pm)?\s*(z|[+-]\d{2}:?\d{2})?$")]
    private static partial Regex TimeOfDay();

    // 1982 to 2119 in Excel's count of days.
    [GeneratedRegex(@"^[3-7]\d{4}$")]
    private static partial Regex ExcelCount();

    [GeneratedRegex(@"^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$")]
    private static partial Regex Numbers();
}
