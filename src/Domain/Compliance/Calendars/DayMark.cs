namespace CrmStudio.Domain.Compliance.Calendars;

/// <summary>What a calendar says of a day.</summary>
/// <param name="Counts">Whether it counts.</param>
/// <param name="Reason">Why.</param>
/// <param name="Citation">Where that is written.</param>
public readonly record struct DayMark(bool Counts, string Reason, string Citation);
