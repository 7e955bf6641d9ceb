namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>What came of cleaning one file.</summary>
/// <param name="CanBeShown">Whether a browser may show it.</param>
/// <param name="Removed">What was taken out, in words.</param>
internal sealed record Cleaned(bool CanBeShown, params IReadOnlyList<string> Removed);
