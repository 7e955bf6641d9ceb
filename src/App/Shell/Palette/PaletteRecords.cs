using CrmStudio.App.Shell.Search.Queries;

namespace CrmStudio.App.Shell.Palette;

/// <summary>What the palette's script is told about records.</summary>
/// <param name="Found">The records; null when the search was refused.</param>
/// <param name="Refused">Why it was refused.</param>
public sealed record PaletteRecords(RecordSearch? Found, string? Refused);
