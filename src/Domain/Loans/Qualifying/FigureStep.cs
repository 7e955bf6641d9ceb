namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>One step of a computation.</summary>
/// <param name="Label">What is added, subtracted or divided.</param>
/// <param name="Amount">How much; null for a line that only explains.</param>
/// <param name="Unit">What the amount is measured in.</param>
/// <param name="Because">Why it counts as it does.</param>
public sealed record FigureStep(string Label, decimal? Amount, FigureUnit Unit = FigureUnit.Dollars, string? Because = null);
