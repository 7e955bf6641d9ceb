namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>A span on the simulator's track. Places and widths are days; the height of the track is 10.</summary>
public sealed record SimBar(string Key, string Look, int X, double Y, int Width);
