namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>How large and how deep a file may be. Everything beyond is refused by name.</summary>
public sealed record FileLimits
{
    /// <summary>The limits in force.</summary>
    public static FileLimits Default { get; } = new();

    /// <summary>Bytes of one file.</summary>
    public long MaxBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Pixels of one picture, or of one page of a scan: what a browser can show without harm. A 48-megapixel phone photo passes.</summary>
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary>Pages of one scan.</summary>
    public int MaxPages { get; init; } = 500;

    /// <summary>Files inside one Word or Excel file.</summary>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>How many times larger a Word or Excel file may be when unpacked.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Bytes a Word or Excel file, or the hidden parts of a PDF, may have when unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 200 * 1024 * 1024;

    /// <summary>Bytes of what describes a picture: the part that is held in memory.</summary>
    public int MaxDescriptionBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Whether a picture of this size can be shown. Each side is looked at first: two large numbers multiplied can become a small one.</summary>
    internal bool CanShow(long width, long height) => width <= MaxPixels && height <= MaxPixels && width * height <= MaxPixels;
}
