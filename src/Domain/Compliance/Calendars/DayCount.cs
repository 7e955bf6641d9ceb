namespace CrmStudio.Domain.Compliance.Calendars;

/// <summary>A date and how it was counted.</summary>
/// <param name="Result">The date counted to.</param>
/// <param name="Days">Every day looked at, earliest first.</param>
public sealed record DayCount(DateOnly Result, IReadOnlyList<CountedDay> Days);
