namespace CrmStudio.App.Kit.Board;

/// <summary>How much of a goal a column has reached.</summary>
/// <param name="Percent">Whole percent, 0 and more; the rail ends at 100.</param>
/// <param name="Says">What the rail stands for, read out: "72 percent of November's goal".</param>
/// <param name="Explains">How it was computed, a line each.</param>
public sealed record BoardGoal(int Percent, string Says, string Explains);
