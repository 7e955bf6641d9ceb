namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Days and hours around today, in the lender's time zone. Nothing here throws dice: on another day the same things fall on other dates only.</summary>
internal sealed class DemoDays
{
    /// <summary>Minute of the day an office opens.</summary>
    public const int Opens = 8 * 60 + 40;

    /// <summary>Minute of the day an office closes.</summary>
    public const int Closes = 17 * 60 + 50;

    private readonly TimeZoneInfo zone;

    public DemoDays(DateTimeOffset now, string timeZone)
    {
        zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        Now = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
        Today = DayOf(Now);
    }

    public DateTimeOffset Now { get; }

    public DateOnly Today { get; }

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>An instant so many days ago. Of today's hours only those that have passed: what would lie ahead happened a little earlier.</summary>
    public DateTimeOffset Ago(int days, int minuteOfDay)
    {
        var at = At(Today.AddDays(-days), minuteOfDay);
        return at < Now ? at : Now.AddMinutes(-5 - minuteOfDay % 50);
    }

    public DateTimeOffset At(DateOnly day, int minuteOfDay)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minuteOfDay);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The same day, or the Friday before a weekend.</summary>
    public static DateOnly WorkdayBefore(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    /// <summary>The same day, or the Monday after a weekend.</summary>
    public static DateOnly WorkdayAfter(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    /// <summary>So many days ago, moved back off a weekend where that stays within a limit.</summary>
    public int WorkdaysAgo(int days, int atMost = int.MaxValue)
    {
        var moved = Today.DayNumber - WorkdayBefore(Today.AddDays(-days)).DayNumber;
        return moved <= atMost ? moved : days;
    }

    /// <summary>
    /// Spreads a number of closings over past days the way a lender has them: more in early summer, none at weekends, many on the
    /// last days of a month. The n-th is always the n-th, whatever the day.
    /// </summary>
    public IReadOnlyList<DateOnly> ClosingDays(int count, int firstAgo, int lastAgo)
    {
        var days = Enumerable.Range(-firstAgo, firstAgo - lastAgo + 1).Select(Today.AddDays).Where(day => day == WorkdayBefore(day)).ToList();
        var cumulated = new double[days.Count];
        var sum = 0.0;
        for (var i = 0; i < days.Count; i++) cumulated[i] = sum += Weight(days[i]);

        var result = new List<DateOnly>(count);
        for (int n = 0, i = 0; n < count; n++)
        {
            while (cumulated[i] < (n + 0.5) / count * sum) i++;
            result.Add(days[i]);
        }
        return result;
    }

    private static double Weight(DateOnly day)
    {
        double[] byMonth = [.72, .75, .95, 1.05, 1.20, 1.30, 1.22, 1.18, 1.00, .98, .85, .80];
        return byMonth[day.Month - 1] * (DateTime.DaysInMonth(day.Year, day.Month) - day.Day < 4 ? 2 : 1);
    }
}
