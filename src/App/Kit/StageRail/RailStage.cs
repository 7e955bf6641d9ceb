namespace CrmStudio.App.Kit.StageRail;

/// <summary>One segment of the rail.</summary>
/// <param name="Name">The stage.</param>
/// <param name="When">The day it was passed, is at, or is expected: "12 Oct", "exp. 24 Nov".</param>
public sealed record RailStage(string Name, string? When = null);
