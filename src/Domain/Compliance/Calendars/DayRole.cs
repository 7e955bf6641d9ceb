namespace CrmStudio.Domain.Compliance.Calendars;

/// <summary>What a day is in a count.</summary>
public enum DayRole
{
    /// <summary>Day 0: what is counted from happens.</summary>
    Event,

    /// <summary>It counts.</summary>
    Counted,

    /// <summary>It does not count.</summary>
    Skipped,
}
