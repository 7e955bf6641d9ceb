namespace CrmStudio.App.Leads.Views;

/// <summary>Until when a lead is snoozed in one choice, on the clock of who looks.</summary>
public static class SnoozeTimes
{
    /// <summary>Hours "later today" is away.</summary>
    public const int Hours = 3;

    /// <summary>The hour of a day a lead comes back in the morning.</summary>
    public const int Morning = 9;

    /// <summary>The choices, soonest first.</summary>
    public static IReadOnlyList<(string Label, DateTimeOffset Until)> From(DateTimeOffset now, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var later = local.AddHours(Hours);
        var half = later.Date.AddMinutes(Math.Ceiling(later.TimeOfDay.TotalMinutes / 30) * 30);
        var monday = local.Date.AddDays((8 - (int)local.DayOfWeek) % 7 is var days && days == 0 ? 7 : days);
        return
        [
            .. half.Date == local.Date ? [("Later today", At(half, zone))] : Array.Empty<(string, DateTimeOffset)>(),
            ("Tomorrow", At(local.Date.AddDays(1).AddHours(Morning), zone)),
            ("Next week", At(monday.AddHours(Morning), zone)),
        ];
    }

    /// <summary>An instant on the viewer's clock.</summary>
    public static DateTimeOffset At(DateTime local, string timeZone) => At(local, TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    // An hour that a change of clocks leaves out comes an hour later.
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone) =>
        zone.IsInvalidTime(local) ? At(local.AddHours(1), zone) : new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
