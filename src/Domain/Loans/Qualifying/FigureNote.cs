namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>A remark on a figure.</summary>
/// <param name="Text">What to know.</param>
/// <param name="IsOver">Whether a limit is passed.</param>
public sealed record FigureNote(string Text, bool IsOver = false);
