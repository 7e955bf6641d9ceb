namespace CrmStudio.Infrastructure.Documents;

/// <summary>Size of a page in points, 72 to the inch.</summary>
public readonly record struct PageSize(double Width, double Height)
{
    /// <summary>US Letter, 8½ × 11 inches.</summary>
    public static PageSize Letter { get; } = new(612, 792);

    /// <summary>ISO A4.</summary>
    public static PageSize A4 { get; } = new(595.276, 841.89);

    /// <summary>The page turned on its side.</summary>
    public PageSize Landscape => new(Height, Width);
}
