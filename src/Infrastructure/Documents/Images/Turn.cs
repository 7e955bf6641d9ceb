namespace CrmStudio.Infrastructure.Documents.Images;

/// <summary>How a stored picture is turned to be looked at (EXIF tag Orientation).</summary>
internal enum Turn
{
    None = 1,
    Mirrored = 2,
    Half = 3,
    HalfMirrored = 4,
    LeftMirrored = 5,
    Right = 6,
    RightMirrored = 7,
    Left = 8,
}

internal static class Turns
{
    /// <summary>True when width and height change places.</summary>
    public static bool IsSideways(this Turn turn) => turn >= Turn.LeftMirrored;

    /// <summary>The matrix that puts the unit square, turned, onto a rectangle of a page that counts upwards.</summary>
    public static (double A, double B, double C, double D, double E, double F) Onto(this Turn turn, double x, double y, double width, double height) => turn switch
    {
        Turn.Mirrored => (-width, 0, 0, height, x + width, y),
        Turn.Half => (-width, 0, 0, -height, x + width, y + height),
        Turn.HalfMirrored => (width, 0, 0, -height, x, y + height),
        Turn.LeftMirrored => (0, -height, -width, 0, x + width, y + height),
        Turn.Right => (0, -height, width, 0, x, y + height),
        Turn.RightMirrored => (0, height, width, 0, x, y),
        Turn.Left => (0, height, -width, 0, x + width, y),
        _ => (width, 0, 0, height, x, y),
    };
}
