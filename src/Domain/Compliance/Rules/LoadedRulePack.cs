namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>A rule pack that was loaded into the database, and when. Shared by all organizations.</summary>
public sealed class LoadedRulePack
{
    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Its name on screen.</summary>
    public required string Version { get; init; }

    /// <summary>The day it was put together.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>When it was loaded last.</summary>
    public required DateTimeOffset LoadedAt { get; set; }
}
