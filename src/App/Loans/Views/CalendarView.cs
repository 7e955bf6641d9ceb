using System.Globalization;
using CrmStudio.App.Loans.Queries;

namespace CrmStudio.App.Loans.Views;

/// <summary>A look at the calendar, as its address says it.</summary>
/// <param name="Look">The layout.</param>
/// <param name="Day">A day in it.</param>
/// <param name="Filter">What it is narrowed to.</param>
public sealed record CalendarView(CalendarLook Look, DateOnly Day, LoanCalendarFilter Filter)
{
    /// <summary>Days of an agenda.</summary>
    public const int AgendaDays = 30;

    private const string Closings = "closings", Locks = "locks", Disclosures = "cd";
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The first day shown.</summary>
    public DateOnly First => Look switch
    {
        CalendarLook.Month => Sunday(FirstOfMonth),
        CalendarLook.Week => Sunday(Day),
        CalendarLook.Table => FirstOfMonth,
        _ => Day,
    };

    /// <summary>The last day shown.</summary>
    public DateOnly Last => Look switch
    {
        CalendarLook.Month => Sunday(LastOfMonth).AddDays(6),
        CalendarLook.Week => First.AddDays(6),
        CalendarLook.Table => LastOfMonth,
        _ => Day.AddDays(AgendaDays - 1),
    };

    /// <summary>The weeks of a month or of a week.</summary>
    public IEnumerable<DateOnly[]> Weeks => Enumerable.Range(0, (Last.DayNumber - First.DayNumber + 1) / 7).Select(week => Enumerable.Range(0, 7).Select(day => First.AddDays((week * 7) + day)).ToArray());

    /// <summary>What stands above it: "November 2026", "Nov 22 – 28, 2026".</summary>
    public string Title => Look is CalendarLook.Month or CalendarLook.Table ? Day.ToString("MMMM yyyy", english)
        : First.Month == Last.Month ? $"{First.ToString("MMM d", english)} – {Last.Day}, {Last.Year}"
        : $"{First.ToString("MMM d", english)} – {Last.ToString("MMM d, yyyy", english)}";

    /// <summary>The span before or after.</summary>
    public CalendarView Moved(int by) => this with
    {
        Day = Look switch
        {
            CalendarLook.Week => Day.AddDays(7 * by),
            CalendarLook.Agenda => Day.AddDays(AgendaDays * by),
            _ => FirstOfMonth.AddMonths(by),
        },
    };

    /// <summary>Whether a day belongs to the month that is shown; every day does in other looks.</summary>
    public bool IsIn(DateOnly day) => Look != CalendarLook.Month || (day.Month, day.Year) == (Day.Month, Day.Year);

    /// <summary>Its address.</summary>
    public string ToHref(DateOnly today)
    {
        var kinds = new[] { Filter.HasClosings ? Closings : null, Filter.HasLocks ? Locks : null, Filter.HasDisclosures ? Disclosures : null }.OfType<string>().ToList();
        var parts = new[]
        {
            Look == CalendarLook.Month ? null : $"look={Look.ToString().ToLowerInvariant()}",
            Day == today ? null : $"day={Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            Filter.OfficerId is { } officer ? $"officer={officer}" : null,
            Filter.BranchId is { } branch ? $"branch={branch}" : null,
            kinds.Count == 3 ? null : $"show={string.Join(',', kinds)}",
        }.OfType<string>().ToList();
        return parts.Count == 0 ? LoanUrls.Dates : $"{LoanUrls.Dates}?{string.Join('&', parts)}";
    }

    /// <summary>Reads an address; what cannot be read is what is usual.</summary>
    public static CalendarView Of(string? look, string? day, string? officer, string? branch, string? show, DateOnly today)
    {
        var kinds = show?.Split(',');
        return new(
            Enum.TryParse<CalendarLook>(look, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : CalendarLook.Month,
            DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2100 ? asked : today,
            new(Guid.TryParse(officer, out var who) ? who : null, Guid.TryParse(branch, out var where) ? where : null,
                kinds?.Contains(Closings) ?? true, kinds?.Contains(Locks) ?? true, kinds?.Contains(Disclosures) ?? true));
    }

    private DateOnly FirstOfMonth => new(Day.Year, Day.Month, 1);

    private DateOnly LastOfMonth => FirstOfMonth.AddMonths(1).AddDays(-1);

    private static DateOnly Sunday(DateOnly day) => day.AddDays(-(int)day.DayOfWeek);
}
