namespace CrmStudio.Infrastructure.Documents.Images;

/// <summary>Pixels as a PDF stores them.</summary>
/// <param name="Content">The encoded bytes.</param>
/// <param name="Filter">How they are encoded.</param>
/// <param name="Channels">1 gray, 3 red-green-blue, 4 cyan-magenta-yellow-black; eight bits each.</param>
/// <param name="IsInverted">Four-channel JPEGs of Adobe programs store the opposite of each value.</param>
internal sealed record Pixels(byte[] Content, PixelFilter Filter, int Channels, bool IsInverted = false);

/// <summary>How pixels are encoded.</summary>
internal enum PixelFilter
{
    /// <summary>zlib.</summary>
    Flate,

    /// <summary>JPEG.</summary>
    Dct,
}
