namespace CrmStudio.Infrastructure.Platform.Calendars;

/// <summary>A whole day in a calendar file.</summary>
/// <param name="Uid">Its name among all events anywhere; the same for as long as it is the same thing.</param>
/// <param name="On">The day, without a time and so without a zone.</param>
/// <param name="Summary">What stands on the day.</param>
/// <param name="Description">What else is said, with line breaks; null for nothing.</param>
/// <param name="Category">What sort it is.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record CalendarEvent(string Uid, DateOnly On, string Summary, string? Description, string Category, Uri Url, DateTimeOffset ChangedAt);
