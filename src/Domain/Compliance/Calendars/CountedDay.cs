namespace CrmStudio.Domain.Compliance.Calendars;

/// <summary>One day of a count, so that nobody has to believe a date.</summary>
/// <param name="Day">The day.</param>
/// <param name="Role">What it is in the count.</param>
/// <param name="Number">Its number; of a skipped day, the number of the day before it.</param>
/// <param name="Reason">Why it counts or does not: "Thanksgiving Day".</param>
/// <param name="Citation">Where that is written.</param>
public sealed record CountedDay(DateOnly Day, DayRole Role, int Number, string Reason, string Citation);
