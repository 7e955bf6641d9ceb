namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>How large, deep and slow a MISMO file may be. An application of four borrowers has some 3,000 elements in 300 KB.</summary>
public sealed record MismoLimits
{
    /// <summary>The limits in force.</summary>
    public static MismoLimits Default { get; } = new();

    /// <summary>Bytes of the file.</summary>
    public long FileBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Elements standing inside each other.</summary>
    public int Depth { get; init; } = 128;

    /// <summary>Elements.</summary>
    public int Elements { get; init; } = 20_000;

    /// <summary>Letters kept of one text; what is longer is said to be, and not made use of.</summary>
    public int TextChars { get; init; } = 4_000;

    /// <summary>Letters of one tag with its attributes.</summary>
    public int TagChars { get; init; } = 16 * 1024;

    /// <summary>How long reading may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(5);
}
