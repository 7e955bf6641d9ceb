using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Pages;

/// <summary>A month of closings and lock expiries.</summary>
public partial class LoanCalendarPage(LoanCalendarQuery query, ViewerClock clock)
{
    private const int Shown = 4;
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private IReadOnlyList<LoanCalendarEntry>? entries;
    private Refusal? refusal;
    private DateOnly month;

    /// <summary>The month as "2026-11"; this month when it is missing or is none.</summary>
    [SupplyParameterFromQuery(Name = "month")] public string? Month { get; set; }

    private IEnumerable<DateOnly[]> Weeks => Enumerable.Range(0, (LastShown.DayNumber - FirstShown.DayNumber + 1) / 7)
        .Select(week => Enumerable.Range(0, 7).Select(day => FirstShown.AddDays((week * 7) + day)).ToArray());

    private DateOnly FirstShown => month.AddDays(-(int)month.DayOfWeek);

    private DateOnly LastShown => month.AddMonths(1).AddDays(-1) is var last ? last.AddDays(6 - (int)last.DayOfWeek) : default;

    private List<LoanCalendarEntry> InMonth => [.. entries!.Where(entry => entry.On.Month == month.Month)];

    protected override async Task OnParametersSetAsync()
    {
        var today = clock.Today;
        month = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : new DateOnly(today.Year, today.Month, 1);
        var read = await query.ReadAsync(FirstShown, LastShown, Leaving);
        (entries, refusal) = (read.Value, read.Refusal);
    }

    private IEnumerable<LoanCalendarEntry> On(DateOnly day) => entries!.Where(entry => entry.On == day);

    private static string Address(DateOnly month) => $"{LoanUrls.Dates}?month={month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    private static string Look(LoanCalendarEntry entry) => entry.LockGap ? "entry c-gap" : entry.Kind == LoanCalendarKind.Closing ? "entry c-close" : "entry c-lock";

    private static string Words(LoanCalendarEntry entry) => (entry.Kind, entry.LockGap) switch
    {
        (LoanCalendarKind.Closing, false) => "Closing",
        (LoanCalendarKind.Closing, true) => "Closing, but the lock runs out before",
        (_, false) => "Lock runs out",
        (_, true) => "Lock runs out before the closing",
    };
}
