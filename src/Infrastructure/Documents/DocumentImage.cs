using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Documents.Images;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>
/// A picture for documents: a JPEG or a PNG, read once and reusable. What cameras and programs write into a file besides the picture
/// (place, owner, thumbnails, text) is left behind.
/// </summary>
public sealed class DocumentImage
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Most pixels a picture may have; more would be a way to fill the memory.</summary>
    public const int MaxPixels = 24_000_000;

    internal DocumentImage(int width, int height, Turn turn, Pixels colors, Pixels? opacity) =>
        (StoredWidth, StoredHeight, Turn, Colors, Opacity) = (width, height, turn, colors, opacity);

    /// <summary>Width in pixels, as it is looked at.</summary>
    public int Width => Turn.IsSideways() ? StoredHeight : StoredWidth;

    /// <summary>Height in pixels, as it is looked at.</summary>
    public int Height => Turn.IsSideways() ? StoredWidth : StoredHeight;

    internal int StoredWidth { get; }

    internal int StoredHeight { get; }

    /// <summary>How the stored picture is turned to be looked at: cameras store what the sensor saw.</summary>
    internal Turn Turn { get; }

    internal Pixels Colors { get; }

    /// <summary>How opaque each pixel is; null when all are.</summary>
    internal Pixels? Opacity { get; }

    /// <summary>Reads a picture, or says why it cannot be used. The kind is found out from the content, not from a name.</summary>
    /// <param name="file">The whole file.</param>
    public static Outcome<DocumentImage> Read(byte[] file)
    {
        if (file.Length > MaxBytes) return ImageRefusals.FileTooLarge;
        try
        {
            if (PngReader.Recognizes(file)) return PngReader.Read(file);
            if (JpegReader.Recognizes(file)) return JpegReader.Read(file);
            return ImageRefusals.NoPicture;
        }
        catch (Exception e) when (e is InvalidDataException or IndexOutOfRangeException or ArgumentOutOfRangeException or EndOfStreamException)
        {
            return ImageRefusals.Damaged;
        }
    }
}
