using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Hours;

/// <summary>When somebody works, week after week: several stretches a day, in a time zone.</summary>
/// <param name="TimeZone">IANA name of the zone the stretches are read in.</param>
/// <param name="Spans">The stretches.</param>
public sealed record WorkWeek(string TimeZone, IReadOnlyList<WorkSpan> Spans)
{
    /// <summary>Most stretches of one day: before and after lunch, an evening, and one more.</summary>
    public const int MaxSpansADay = 4;

    /// <summary>A week in which nobody works.</summary>
    public WorkWeek()
        : this("America/New_York", [])
    {
    }

    /// <summary>Monday to Friday, 9 to 6, which is what most offices keep.</summary>
    public static WorkWeek Usual(string timeZone) =>
        new(timeZone, [.. Enumerable.Range(1, 5).Select(day => new WorkSpan((DayOfWeek)day, new TimeOnly(9, 0), new TimeOnly(18, 0)))]);

    /// <summary>The stretches in order: Monday first.</summary>
    public WorkWeek Sorted() => this with { Spans = [.. Spans.OrderBy(span => ((int)span.Day + 6) % 7).ThenBy(span => span.From)] };

    /// <summary>Refuses hours nobody can keep.</summary>
    public Outcome Check()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) return Refusal.Invalid(nameof(TimeZone), "Choose a time zone.");
        foreach (var day in Spans.GroupBy(span => span.Day))
        {
            if (day.Count() > MaxSpansADay) return Refusal.Invalid($"{day.Key}", $"A day has up to {MaxSpansADay} stretches.");
            var end = -1;
            foreach (var span in day.OrderBy(span => span.From))
            {
                if (span.EndMinute <= span.StartMinute) return Refusal.Invalid($"{day.Key}", $"{day.Key}: the end comes after the beginning.");
                if (span.StartMinute < end) return Refusal.Invalid($"{day.Key}", $"{day.Key}: two stretches overlap.");
                end = span.EndMinute;
            }
        }
        return Outcome.Done;
    }
}
