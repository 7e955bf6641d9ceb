using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Compliance.Calendars;

/// <summary>Says which days count, and counts them. The day of the event is day 0 and never counts itself.</summary>
public abstract class BusinessCalendar
{
    /// <summary>Days looked through before a count is given up: more than two years, where no rule counts more than a quarter.</summary>
    public const int Patience = 800;

    /// <summary>Which days it counts.</summary>
    public abstract DayKind Kind { get; }

    /// <summary>What the calendar says of a day.</summary>
    public abstract DayMark Mark(DateOnly day);

    /// <summary>The n-th day that counts after an event.</summary>
    /// <param name="from">The day of the event.</param>
    /// <param name="days">How many days; 0 is the day itself.</param>
    public DayCount After(DateOnly from, int days) => Forward([EventOn(from)], from, days);

    /// <summary>
    /// The first day on which something may be done that must come no earlier than n days after an event. An event on a day that does not
    /// count is taken for one on the next day that does, because "no later than the third business day before" leaves no room for the days
    /// between: a Closing Disclosure received on a Sunday is later than the Saturday that is the third business day before Wednesday.
    /// </summary>
    /// <param name="from">The day of the event.</param>
    /// <param name="days">How many days.</param>
    public DayCount EarliestAfter(DateOnly from, int days)
    {
        var counted = new List<CountedDay>();
        var start = from;
        for (var mark = Mark(start); !mark.Counts; mark = Mark(start = Next(start, from, 1)))
            counted.Add(new CountedDay(start, DayRole.Skipped, 0, $"{mark.Reason}: taken as the next day that counts", mark.Citation));
        counted.Add(EventOn(start));
        return Forward(counted, start, days);
    }

    /// <summary>The last day on which something may happen that must come at least n days before an event.</summary>
    /// <param name="to">The day of the event. One that does not count is taken for the last day before it that does.</param>
    /// <param name="days">How many days.</param>
    public DayCount LatestBefore(DateOnly to, int days)
    {
        var backwards = new List<CountedDay>();
        var day = to;
        for (var mark = Mark(day); !mark.Counts; mark = Mark(day = Next(day, to, -1)))
            backwards.Add(new CountedDay(day, DayRole.Skipped, days, $"{mark.Reason}: taken as the day before that counts", mark.Citation));
        for (var number = days; number > 0; day = Next(day, to, -1))
        {
            var mark = Mark(day);
            backwards.Add(new CountedDay(day, mark.Counts ? DayRole.Counted : DayRole.Skipped, number, mark.Reason, mark.Citation));
            if (mark.Counts) number--;
        }
        for (var mark = Mark(day); !mark.Counts; mark = Mark(day = Next(day, to, -1)))
            backwards.Add(new CountedDay(day, DayRole.Skipped, 0, mark.Reason, mark.Citation));
        backwards.Add(EventOn(day));
        backwards.Reverse();
        return new DayCount(day, backwards);
    }

    private static CountedDay EventOn(DateOnly day) => new(day, DayRole.Event, 0, "Day 0", "");

    private DayCount Forward(List<CountedDay> counted, DateOnly start, int days)
    {
        var day = start;
        for (var number = 0; number < days;)
        {
            day = Next(day, start, 1);
            var mark = Mark(day);
            if (mark.Counts) number++;
            counted.Add(new CountedDay(day, mark.Counts ? DayRole.Counted : DayRole.Skipped, number, mark.Reason, mark.Citation));
        }
        return new DayCount(day, counted);
    }

    private DateOnly Next(DateOnly day, DateOnly start, int step) => Math.Abs(day.DayNumber - start.DayNumber) < Patience
        ? day.AddDays(step)
        : throw new InvalidOperationException($"No {Kind} day counts within {Patience} days of {start:yyyy-MM-dd}.");
}
