using System.Globalization;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>A colour to print with: red, green and blue, 0 to 255 each.</summary>
public readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>Text.</summary>
    public static Ink Black { get; } = new(0x1C, 0x1B, 0x18);

    /// <summary>Text of less weight.</summary>
    public static Ink Gray { get; } = new(0x6B, 0x66, 0x5B);

    /// <summary>Hairlines.</summary>
    public static Ink Hairline { get; } = new(0xD3, 0xCE, 0xC3);

    /// <summary>Paper.</summary>
    public static Ink White { get; } = new(255, 255, 255);

    /// <summary>A colour written as <c>#0f6b4f</c>; null when it is none.</summary>
    public static Ink? From(string? text) =>
        text is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Ink((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
}
