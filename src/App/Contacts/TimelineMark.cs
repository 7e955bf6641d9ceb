namespace CrmStudio.App.Contacts;

/// <summary>A place in a timeline: what comes after it is older.</summary>
public sealed record TimelineMark(DateTimeOffset At, Guid Id);
