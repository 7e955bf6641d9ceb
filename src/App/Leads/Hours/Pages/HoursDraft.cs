using CrmStudio.Domain.Leads.Hours;

namespace CrmStudio.App.Leads.Hours.Pages;

/// <summary>A week as it is typed.</summary>
public sealed class HoursDraft
{
    /// <summary>Monday first, as people write a week.</summary>
    public static IReadOnlyList<DayOfWeek> Days { get; } = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    public string TimeZone { get; set; } = "";

    public Dictionary<DayOfWeek, List<Stretch>> Stretches { get; private init; } = [];

    public static HoursDraft Of(WorkWeek week) => new()
    {
        TimeZone = week.TimeZone,
        Stretches = Days.ToDictionary(day => day, day => week.Spans.Where(span => span.Day == day).Select(span => new Stretch { From = span.From, To = span.To }).ToList()),
    };

    /// <summary>One more stretch: the usual day, or an hour after the last one.</summary>
    public void Add(DayOfWeek day)
    {
        var last = Stretches[day].LastOrDefault();
        Stretches[day].Add(last is null ? new Stretch { From = new TimeOnly(9, 0), To = new TimeOnly(18, 0) } : new Stretch { From = last.To.AddHours(1), To = last.To.AddHours(3) });
    }

    public WorkWeek Week() => new(TimeZone, [.. Stretches.SelectMany(day => day.Value.Select(stretch => new WorkSpan(day.Key, stretch.From, stretch.To)))]);

    /// <summary>A stretch of a day.</summary>
    public sealed class Stretch
    {
        public TimeOnly From { get; set; }

        public TimeOnly To { get; set; }
    }
}
