using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Compliance.Calendars;

/// <summary>Every day counts but Sundays and the legal public holidays on their own dates: the same for every lender.</summary>
/// <param name="holidays">The holidays of 5 USC 6103(a).</param>
public sealed class SpecificDays(IReadOnlyList<HolidayRule> holidays) : BusinessCalendar
{
    /// <summary>Where the definition stands.</summary>
    public const string Definition = "12 CFR 1026.2(a)(6)";

    /// <inheritdoc />
    public override DayKind Kind => DayKind.Specific;

    /// <inheritdoc />
    public override DayMark Mark(DateOnly day)
    {
        if (day.DayOfWeek == DayOfWeek.Sunday) return new(false, "Sunday", Definition);
        foreach (var holiday in holidays)
            if (holiday.Is(day)) return new(false, holiday.Name, holiday.Citation);
        return Observed(day) is { } observed ? new(true, $"Business day: {observed.Name} is only observed today", "Comment 2(a)(6)-2") : new(true, "Business day", Definition);
    }

    // A Saturday's holiday is kept on the Friday before, a Sunday's on the Monday after; neither is the holiday.
    private HolidayRule? Observed(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Friday => holidays.FirstOrDefault(holiday => holiday.HasFixedDate && holiday.Is(day.AddDays(1))),
        DayOfWeek.Monday => holidays.FirstOrDefault(holiday => holiday.HasFixedDate && holiday.Is(day.AddDays(-1))),
        _ => null,
    };
}
