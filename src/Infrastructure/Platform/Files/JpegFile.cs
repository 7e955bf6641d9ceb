using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>
/// Rewrites a JPEG segment by segment (ITU-T T.81, annex B). What draws the picture passes untouched; of what describes it only the
/// frame (JFIF), the colour profile, Adobe's colour mark and the way up remain. Place, camera, comments, thumbnails and everything
/// after the end of the picture go.
/// </summary>
internal static class JpegFile
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Comment = 0xFE;

    public static Outcome<Cleaned> Clean(Stream from, Stream to, FileLimits limits)
    {
        var reader = new ForwardReader(from);
        var removed = new Removals();
        var (hasFrame, hasScan) = (false, false);
        if (reader.ReadByte() != 0xFF || reader.ReadByte() != Start) return FileRefusals.Broken("picture");
        to.Write([0xFF, Start]);

        var marker = NextMarker(reader);
        while (marker != End)
        {
            if (marker == Comment || marker is >= 0xE0 and <= 0xEF)
            {
                Describe(marker, Segment(reader), to, removed);
                marker = NextMarker(reader);
                continue;
            }
            if (!Draws(marker)) return FileRefusals.Broken("picture");

            var segment = Segment(reader);
            if (IsFrame(marker))
            {
                if (hasFrame || !IsWellFormed(segment)) return FileRefusals.Broken("picture");
                hasFrame = true;
                var (height, width) = (segment[1] << 8 | segment[2], segment[3] << 8 | segment[4]);
                if (height == 0 || width == 0) return FileRefusals.Broken("picture");
                if (!limits.CanShow(width, height)) return FileRefusals.TooManyPixels(limits.MaxPixels);
            }
            Write(to, marker, segment);
            if (marker != Scan) marker = NextMarker(reader);
            else if (!hasFrame) return FileRefusals.Broken("picture");
            else
            {
                hasScan = true;
                marker = PassScan(reader, to);
            }
        }
        if (!hasScan) return FileRefusals.Broken("picture");

        to.Write([0xFF, End]);
        if (!reader.IsAtEnd) removed.Add("data after the picture");
        return new Cleaned(true, removed.Words);
    }

    /// <summary>The data of a scan, up to the marker after it. Within it FF is followed by 00, or by a restart mark.</summary>
    private static byte PassScan(ForwardReader reader, Stream to)
    {
        while (true)
        {
            reader.PassUntil(0xFF, to.Write);
            reader.ReadByte();
            var next = reader.ReadByte();
            while (next == 0xFF) next = reader.ReadByte();   // fill bytes
            if (next is not (0 or >= 0xD0 and <= 0xD7)) return next;
            to.Write([0xFF, next]);
        }
    }

    private static void Describe(byte marker, byte[] segment, Stream to, Removals removed)
    {
        switch (marker)
        {
            case 0xE0 when segment.AsSpan().StartsWith("JFIF\0"u8) && segment.Length >= 14:
                // The thumbnail of the frame goes: its two lengths become nought.
                segment[12] = segment[13] = 0;
                Write(to, marker, segment.AsSpan(0, 14));
                break;
            case 0xE1 when segment.AsSpan().StartsWith("Exif\0\0"u8):
                var exif = ExifBlock.Read(segment.AsSpan(6));
                if (exif.HasPlace) removed.Add("location");
                removed.Add("camera data");
                if (exif.Orientation is > 1 and <= 8 and var turned) Write(to, marker, ExifBlock.OnlyOrientation((byte)turned));
                break;
            case 0xE2 when segment.AsSpan().StartsWith("ICC_PROFILE\0"u8):
            case 0xEE when segment.AsSpan().StartsWith("Adobe"u8):
                Write(to, marker, segment);
                break;
            default:
                removed.Add(marker == Comment ? "comments" : "camera data");
                break;
        }
    }

    private static byte NextMarker(ForwardReader reader)
    {
        if (reader.ReadByte() != 0xFF) throw new InvalidDataException();
        var marker = reader.ReadByte();
        while (marker == 0xFF) marker = reader.ReadByte();
        return marker;
    }

    private static byte[] Segment(ForwardReader reader)
    {
        var length = reader.ReadUInt16();
        if (length < 2) throw new InvalidDataException();
        var segment = new byte[length - 2];
        reader.Read(segment);
        return segment;
    }

    private static void Write(Stream to, byte marker, ReadOnlySpan<byte> segment)
    {
        var length = segment.Length + 2;
        to.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        to.Write(segment);
    }

    // Quantisation and Huffman tables, arithmetic conditioning, restart interval, the frame, the scan.
    private static bool Draws(byte marker) => IsFrame(marker) || marker is 0xC4 or 0xCC or 0xDB or 0xDD or Scan;

    // SOF0-3, 5-7, 9-11, 13-15.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsWellFormed(byte[] frame) => frame.Length >= 6 && frame[5] is >= 1 and <= 4 && frame.Length == 6 + 3 * frame[5];
}
