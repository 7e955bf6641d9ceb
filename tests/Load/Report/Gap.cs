namespace CrmStudio.Load.Report;

/// <summary>A measure that could not be taken.</summary>
/// <param name="Goal">Row of the goal table.</param>
/// <param name="Why">What came between.</param>
/// <param name="At">When it was tried.</param>
public sealed record Gap(string Goal, string Why, DateTimeOffset At);
