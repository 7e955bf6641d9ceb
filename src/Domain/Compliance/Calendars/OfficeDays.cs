using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Compliance.Calendars;

/// <summary>The days on which a lender's offices are open for substantially all of their business, as the lender says.</summary>
/// <param name="lender">Its weekdays and its way with holidays.</param>
/// <param name="exceptions">Its days unlike the others.</param>
/// <param name="holidays">The holidays of 5 USC 6103(a).</param>
public sealed class OfficeDays(LenderProfile lender, IEnumerable<OfficeDay> exceptions, IReadOnlyList<HolidayRule> holidays) : BusinessCalendar
{
    private const string Definition = "12 CFR 1026.2(a)(6), office calendar";

    private readonly Dictionary<DateOnly, OfficeDay> exceptions = exceptions.ToDictionary(exception => exception.Day);
    private readonly HashSet<DayOfWeek> open = [.. lender.OpenWeekdays];

    /// <inheritdoc />
    public override DayKind Kind => DayKind.General;

    /// <inheritdoc />
    public override DayMark Mark(DateOnly day)
    {
        if (exceptions.TryGetValue(day, out var exception)) return new(exception.IsOpen, exception.IsOpen ? $"Open: {exception.Name}" : $"Closed: {exception.Name}", Definition);
        if (!open.Contains(day.DayOfWeek)) return new(false, $"{day.DayOfWeek}, offices closed", Definition);
        return Closing(day) is { } closed ? new(false, $"{closed}, offices closed", Definition) : new(true, "Offices open", Definition);
    }

    /// <summary>Why the offices are closed on a day whatever weekday it is: a holiday, or a day the lender noted. Null where nothing closes them.</summary>
    public string? Closing(DateOnly day)
    {
        if (exceptions.TryGetValue(day, out var exception)) return exception.IsOpen ? null : exception.Name;
        if (lender.ClosesOnHolidays && holidays.FirstOrDefault(holiday => holiday.Is(day)) is { } holiday) return holiday.Name;
        return lender.ClosesOnObservedHolidays && Observed(day) is { } kept ? $"{kept.Name} observed" : null;
    }

    private HolidayRule? Observed(DateOnly day) => holidays.FirstOrDefault(holiday => holiday.HasFixedDate && (
        (day.DayOfWeek == DayOfWeek.Friday && holiday.Is(day.AddDays(1))) || (day.DayOfWeek == DayOfWeek.Monday && holiday.Is(day.AddDays(-1)))));
}
