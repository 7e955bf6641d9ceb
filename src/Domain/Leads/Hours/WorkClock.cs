using System.Globalization;

namespace CrmStudio.Domain.Leads.Hours;

/// <summary>Counts working time: knows the week, the days on which nobody works, and what clocks do in spring and autumn.</summary>
/// <param name="week">The week.</param>
/// <param name="closing">Why a day is not worked; null where it is.</param>
public sealed class WorkClock(WorkWeek week, Func<DateOnly, string?> closing)
{
    /// <summary>Days looked through before it is said that somebody does not work at all.</summary>
    public const int Patience = 370;

    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(week.TimeZone);
    private readonly ILookup<DayOfWeek, WorkSpan> spans = week.Spans.OrderBy(span => span.From).ToLookup(span => span.Day);

    /// <summary>Whether an instant is worked.</summary>
    public bool IsOpen(DateTimeOffset at) => Opens(at) == at;

    /// <summary>The first worked instant from then on; null where none comes.</summary>
    public DateTimeOffset? Opens(DateTimeOffset at)
    {
        foreach (var (from, _) in From(at)) return from;
        return null;
    }

    /// <summary>The instant by which so much working time has passed; the plain time where nobody ever works.</summary>
    public DateTimeOffset After(DateTimeOffset at, TimeSpan worked)
    {
        var left = worked;
        foreach (var (from, to) in From(at))
        {
            if (left <= to - from) return from + left;
            left -= to - from;
        }
        return at + worked;
    }

    /// <summary>Working time that passed between two instants.</summary>
    public TimeSpan Between(DateTimeOffset start, DateTimeOffset end)
    {
        var sum = TimeSpan.Zero;
        foreach (var (from, to) in From(start).TakeWhile(span => span.From < end)) sum += (to < end ? to : end) - from;
        return sum;
    }

    /// <summary>Until when nobody works, in words: "off until Monday 9:00 AM". Null where somebody does.</summary>
    public string? OffUntil(DateTimeOffset at)
    {
        if (Opens(at) is not { } opens) return "keeps no working hours";
        if (opens == at) return null;

        var (now, then) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(opens, zone));
        var days = DayOf(then).DayNumber - DayOf(now).DayNumber;
        var day = days switch { 0 => "", 1 => "tomorrow ", < 7 => $"{then:dddd} ", _ => then.ToString("MMM d, ", english) };
        var why = closing(DayOf(now)) is { } reason ? $"off ({reason})" : "off";
        return $"{why} until {day}{then.ToString("h:mm tt", english)}";
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> From(DateTimeOffset at)
    {
        // A stretch of the day before may still run where clocks or midnight make it.
        var first = DayOf(TimeZoneInfo.ConvertTime(at, zone)).AddDays(-1);
        for (var day = first; day < first.AddDays(Patience); day = day.AddDays(1))
        {
            if (!spans.Contains(day.DayOfWeek) || closing(day) is not null) continue;
            foreach (var span in spans[day.DayOfWeek])
            {
                var (from, to) = (Instant(day, span.StartMinute, isEnd: false), Instant(day, span.EndMinute, isEnd: true));
                if (to > at && to > from) yield return (from > at ? from : at, to);
            }
        }
    }

    /// <summary>An hour that is skipped in spring begins when clocks go on; one that comes twice in autumn is worked both times.</summary>
    private DateTimeOffset Instant(DateOnly day, int minute, bool isEnd)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = !zone.IsAmbiguousTime(local) ? zone.GetUtcOffset(local) : isEnd ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetAmbiguousTimeOffsets(local).Max();
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}
