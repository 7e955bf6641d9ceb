using System.Buffers.Binary;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>
/// Rewrites a PNG chunk by chunk (W3C PNG, third edition). What draws the picture passes; texts, times, Exif, animation and
/// everything unknown go, as does what stands after the end. Check sums must be right.
/// </summary>
internal static class PngFile
{
    // Colour, transparency, size on paper: they change how the picture looks and say nothing about who took it.
    private static readonly HashSet<string> kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD", "hIST", "cICP"];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Outcome<Cleaned> Clean(Stream from, Stream to, FileLimits limits)
    {
        var reader = new ForwardReader(from);
        var removed = new Removals();
        reader.Pass(Signature.Length, to.Write);
        var (isFirst, hasData) = (true, false);
        Span<byte> head = stackalloc byte[8];
        while (true)
        {
            reader.Read(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var type = System.Text.Encoding.Latin1.GetString(head[4..]);
            if (length > int.MaxValue || !type.All(char.IsAsciiLetter) || isFirst != (type == "IHDR")) return FileRefusals.Broken("picture");
            if (type != "IDAT" && length > limits.MaxDescriptionBytes) return FileRefusals.Bomb;
            if (isFirst && length != 13) return FileRefusals.Broken("picture");

            var isKept = kept.Contains(type);
            if (!isKept && char.IsAsciiLetterUpper(type[0])) return FileRefusals.Broken("picture");   // a critical chunk nobody knows
            if (!isKept) removed.Add(type switch { "eXIf" => "camera data", "tEXt" or "zTXt" or "iTXt" => "texts", _ => "extra data" });
            var size = Pass(reader, isKept ? to : Stream.Null, head, length, isFirst);
            if (isFirst)
            {
                var (width, height) = ((long)size.Width, (long)size.Height);
                if (width == 0 || height == 0) return FileRefusals.Broken("picture");
                if (!limits.CanShow(width, height)) return FileRefusals.TooManyPixels(limits.MaxPixels);
            }
            isFirst = false;
            hasData |= type == "IDAT";
            if (type == "IEND") break;
        }
        if (!hasData) return FileRefusals.Broken("picture");
        if (!reader.IsAtEnd) removed.Add("data after the picture");
        return new Cleaned(true, removed.Words);
    }

    private static (uint Width, uint Height) Pass(ForwardReader reader, Stream to, ReadOnlySpan<byte> head, uint length, bool isHeader)
    {
        var sum = new Crc32();
        sum.Append(head[4..]);
        to.Write(head);
        var size = default((uint, uint));
        if (isHeader)
        {
            Span<byte> header = stackalloc byte[13];
            reader.Read(header);
            sum.Append(header);
            to.Write(header);
            size = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        }
        else
        {
            reader.Pass(length, part =>
            {
                sum.Append(part);
                to.Write(part);
            });
        }
        var said = reader.ReadUInt32();
        if (said != sum.Value) throw new InvalidDataException();
        Span<byte> tail = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(tail, said);
        to.Write(tail);
        return size;
    }
}
