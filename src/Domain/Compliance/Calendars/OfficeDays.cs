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
        if (lender.ClosesOnHolidays && holidays.FirstOrDefault(holiday => holiday.Is(day)) is { } holiday) return new(false, $"{holiday.Name}, offices closed", Definition);
        if (lender.ClosesOnObservedHolidays && Observed(day) is { } kept) return new(false, $"{kept.Name} observed, offices closed", Definition);
        return new(true, "Offices open", Definition);
    }

    private HolidayRule? Observed(DateOnly day) => holidays.FirstOrDefault(holiday => holiday.HasFixedDate && (
        (day.DayOfWeek == DayOfWeek.Friday && holiday.Is(day.AddDays(1))) || (day.DayOfWeek == DayOfWeek.Monday && holiday.Is(day.AddDays(-1)))));
}
