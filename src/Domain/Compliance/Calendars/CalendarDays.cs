using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Compliance.Calendars;

/// <summary>Every day counts.</summary>
public sealed class CalendarDays : BusinessCalendar
{
    /// <inheritdoc />
    public override DayKind Kind => DayKind.Calendar;

    /// <inheritdoc />
    public override DayMark Mark(DateOnly day) => new(true, "Calendar day", "");
}
