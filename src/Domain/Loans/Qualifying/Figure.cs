namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>A figure that can say how it was computed.</summary>
/// <param name="Key">Its stable name: <c>back-dti</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Value">The value, unrounded; null while something it needs is missing.</param>
/// <param name="Unit">What the value is measured in.</param>
/// <param name="Steps">How it came about, in order; the last step is the figure.</param>
/// <param name="Citation">Whose rule this is.</param>
/// <param name="Missing">What has to be known first; null when nothing is missing.</param>
/// <param name="Note">What a person should know about the value: rounding for delivery, a limit it passes.</param>
public sealed record Figure(
    string Key, string Label, decimal? Value, FigureUnit Unit, IReadOnlyList<FigureStep> Steps, string? Citation = null, string? Missing = null, FigureNote? Note = null)
{
    internal static Figure Lacking(string key, string label, FigureUnit unit, string missing, string? citation = null) => new(key, label, null, unit, [], citation, missing);
}
