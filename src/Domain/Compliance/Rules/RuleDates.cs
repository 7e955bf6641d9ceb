using CrmStudio.Domain.Compliance.Calendars;

namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>Counts the days of rules, for one lender. Knows dates and rules, no loans.</summary>
/// <param name="book">The rules.</param>
/// <param name="office">The lender's own calendar.</param>
public sealed class RuleDates(RuleBook book, BusinessCalendar office)
{
    private readonly SpecificDays specific = new(book.Holidays);
    private readonly CalendarDays everyDay = new();

    /// <summary>The rules.</summary>
    public RuleBook Book => book;

    /// <summary>The last day on which a rule is met, counted from an event: "within three business days of".</summary>
    /// <returns>Null where the rule is not in force on the day of the event.</returns>
    public RuleDate? Deadline(string code, DateOnly from) => Count(code, from, (calendar, days) => calendar.After(from, days));

    /// <summary>The first day on which a rule that makes wait is met, counted from an event: "no later than three business days before".</summary>
    /// <returns>Null where the rule is not in force on the day of the event.</returns>
    public RuleDate? Earliest(string code, DateOnly from) => Count(code, from, (calendar, days) => calendar.EarliestAfter(from, days));

    /// <summary>The last day an event may have so that a rule that makes wait is met on a planned day.</summary>
    /// <returns>Null where the rule is not in force on the planned day.</returns>
    public RuleDate? Latest(string code, DateOnly before) => Count(code, before, (calendar, days) => calendar.LatestBefore(before, days));

    /// <summary>The calendar that counts days of a kind.</summary>
    public BusinessCalendar CalendarOf(DayKind kind) => kind switch
    {
        DayKind.General => office,
        DayKind.Specific => specific,
        DayKind.Calendar => everyDay,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of day"),
    };

    private RuleDate? Count(string code, DateOnly on, Func<BusinessCalendar, int, DayCount> count) =>
        book.Rule(code, on) is { Counts: { } kind, Days: { } days } rule ? new RuleDate(rule, count(CalendarOf(kind), days)) : null;
}
