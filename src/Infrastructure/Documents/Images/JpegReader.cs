using System.Buffers.Binary;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Documents.Images;

/// <summary>
/// Reads what a JPEG says of itself and copies the parts that are the picture. The pixels stay as they are: PDF readers decode JPEG.
/// </summary>
internal static class JpegReader
{
    private const int StartOfScan = 0xDA, End = 0xD9, Jfif = 0xE0, Exif = 0xE1, Adobe = 0xEE, Comment = 0xFE;

    public static bool Recognizes(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static Outcome<DocumentImage> Read(byte[] file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(file.AsSpan(0, 2));
        var (width, height, channels, turn, isAdobe) = (0, 0, 0, Turn.None, false);
        var at = 2;
        while (true)
        {
            while (file[at] == 0xFF && file[at + 1] == 0xFF) at++;
            if (file[at] != 0xFF) return ImageRefusals.Damaged;
            var marker = file[at + 1];
            if (marker == End)
            {
                kept.Write([0xFF, End]);   // whatever follows is not part of the picture
                break;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            var segment = file.AsSpan(at, length + 2);
            if (IsFrame(marker))
            {
                if (marker > 0xC2 || segment[4] != 8) return ImageRefusals.UnusualJpeg;
                (height, width, channels) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), segment[9]);
            }
            else if (marker == Exif)
            {
                turn = TurnOf(segment[4..]) ?? turn;
            }
            else if (marker == Adobe)
            {
                isAdobe = true;
            }

            if (marker is Jfif or Adobe || marker is < Jfif or > Adobe and not Comment) kept.Write(segment);
            at += segment.Length;
            if (marker != StartOfScan) continue;

            var scan = ScanAt(file, at);
            kept.Write(scan);
            at += scan.Length;
        }
        if (width == 0 || height == 0 || channels is not (1 or 3 or 4)) return ImageRefusals.UnusualJpeg;
        if ((long)width * height > DocumentImage.MaxPixels) return ImageRefusals.TooManyPixels;
        return new DocumentImage(width, height, turn, new Pixels(kept.ToArray(), PixelFilter.Dct, channels, IsInverted: isAdobe && channels == 4), null);
    }

    // In a scan FF is followed by 00 when it is data, by D0 to D7 where decoding may start anew; anything else ends it.
    private static ReadOnlySpan<byte> ScanAt(byte[] file, int at)
    {
        var end = at;
        while (file[end] != 0xFF || file[end + 1] is 0 or (>= 0xD0 and <= 0xD7)) end++;
        return file.AsSpan(at, end - at);
    }

    // C4, C8 and CC are tables and extensions, not frames.
    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static Turn? TurnOf(ReadOnlySpan<byte> exif)
    {
        const int orientation = 0x0112, short16 = 3;
        if (!exif.StartsWith("Exif\0\0"u8)) return null;
        var tiff = exif[6..];
        var isLittle = tiff.StartsWith("II"u8);
        var directory = (int)U32(tiff[4..], isLittle);
        if (directory < 8 || directory + 2 > tiff.Length) return null;
        for (var i = 0; i < U16(tiff[directory..], isLittle); i++)
        {
            var entryAt = directory + 2 + 12 * i;
            if (entryAt + 12 > tiff.Length) return null;
            var entry = tiff[entryAt..];
            if (U16(entry, isLittle) == orientation && U16(entry[2..], isLittle) == short16)
                return U16(entry[8..], isLittle) is >= 1 and <= 8 and var turn ? (Turn)turn : null;
        }
        return null;
    }

    private static int U16(ReadOnlySpan<byte> from, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    private static uint U32(ReadOnlySpan<byte> from, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);
}
