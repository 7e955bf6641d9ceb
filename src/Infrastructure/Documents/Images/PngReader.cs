using System.Buffers.Binary;
using System.IO.Compression;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Documents.Images;

/// <summary>Decodes a PNG (ISO 15948) of any kind into eight bits a channel, colours and opacity apart.</summary>
internal sealed class PngReader
{
    private const int Gray = 0, Rgb = 2, Palette = 3, GrayAlpha = 4, RgbAlpha = 6;

    private readonly int width, height, depth, kind;
    private readonly bool isInterlaced;
    private readonly MemoryStream packed = new();
    private byte[] palette = [], transparent = [];

    private PngReader(byte[] file)
    {
        var at = 8;
        while (true)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var type = file.AsSpan(at + 4, 4);
            var content = file.AsSpan(at + 8, length);
            if (type.SequenceEqual("IHDR"u8))
                (width, height, depth, kind, isInterlaced) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]), content[8], content[9], content[12] == 1);
            else if (type.SequenceEqual("PLTE"u8)) palette = content.ToArray();
            else if (type.SequenceEqual("tRNS"u8)) transparent = content.ToArray();
            else if (type.SequenceEqual("IDAT"u8)) packed.Write(content);
            else if (type.SequenceEqual("IEND"u8)) break;
            at += length + 12;
        }
        packed.Position = 0;
    }

    private int Samples => kind switch { Rgb => 3, GrayAlpha => 2, RgbAlpha => 4, _ => 1 };

    private int Channels => kind is Gray or GrayAlpha ? 1 : 3;

    private bool HasOpacity => kind is GrayAlpha or RgbAlpha || transparent.Length > 0;

    private bool IsSound => width > 0 && height > 0
        && (kind, depth) is (Gray, 1 or 2 or 4 or 8 or 16) or (Palette, 1 or 2 or 4 or 8) or (Rgb or GrayAlpha or RgbAlpha, 8 or 16)
        && (kind != Palette || palette.Length is > 0 and <= 768 && palette.Length % 3 == 0);

    public static bool Recognizes(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    public static Outcome<DocumentImage> Read(byte[] file)
    {
        var png = new PngReader(file);
        if (!png.IsSound) return ImageRefusals.Damaged;
        if ((long)png.width * png.height > DocumentImage.MaxPixels) return ImageRefusals.TooManyPixels;

        var (colors, opacity) = (new byte[png.width * png.height * png.Channels], png.HasOpacity ? new byte[png.width * png.height] : null);
        png.Decode(colors, opacity);
        var isOpaque = opacity is null || !opacity.AsSpan().ContainsAnyExcept((byte)255);
        return new DocumentImage(png.width, png.height, Turn.None, Squeezed(colors, png.Channels), isOpaque ? null : Squeezed(opacity!, 1));
    }

    private void Decode(byte[] colors, byte[]? opacity)
    {
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        if (!isInterlaced)
        {
            DecodePass(zlib, colors, opacity, 0, 0, 1, 1);
            return;
        }
        // Adam7: seven coarse pictures, each between the pixels of those before.
        foreach (var (x, y, stepX, stepY) in ((int, int, int, int)[])[(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)])
            DecodePass(zlib, colors, opacity, x, y, stepX, stepY);
    }

    private void DecodePass(Stream zlib, byte[] colors, byte[]? opacity, int left, int top, int stepX, int stepY)
    {
        var (columns, rows) = ((width - left + stepX - 1) / stepX, (height - top + stepY - 1) / stepY);
        if (columns <= 0 || rows <= 0) return;
        var pixelBytes = Math.Max(1, Samples * depth / 8);
        var (row, before) = (new byte[(columns * Samples * depth + 7) / 8], new byte[(columns * Samples * depth + 7) / 8]);
        for (var r = 0; r < rows; r++)
        {
            var filter = zlib.ReadByte();
            zlib.ReadExactly(row);
            Unfilter(filter, row, before, pixelBytes);
            for (var c = 0; c < columns; c++) Put(row, c, (top + r * stepY) * width + left + c * stepX, colors, opacity);
            (row, before) = (before, row);
        }
    }

    private static void Unfilter(int filter, byte[] row, byte[] before, int pixelBytes)
    {
        if (filter is < 0 or > 4) throw new InvalidDataException("A PNG row names a filter that does not exist.");
        for (var i = 0; filter != 0 && i < row.Length; i++)
        {
            int left = i >= pixelBytes ? row[i - pixelBytes] : 0, above = before[i], corner = i >= pixelBytes ? before[i - pixelBytes] : 0;
            row[i] += (byte)(filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, _ => Paeth(left, above, corner) });
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private void Put(byte[] row, int column, int pixel, byte[] colors, byte[]? opacity)
    {
        var first = column * Samples;
        if (kind == Palette)
        {
            var index = Sample(row, first);
            palette.AsSpan(3 * index, 3).CopyTo(colors.AsSpan(3 * pixel));
            if (opacity is not null) opacity[pixel] = index < transparent.Length ? transparent[index] : (byte)255;
            return;
        }
        for (var channel = 0; channel < Channels; channel++) colors[pixel * Channels + channel] = Shade(Sample(row, first + channel));
        if (opacity is not null) opacity[pixel] = kind is GrayAlpha or RgbAlpha ? Shade(Sample(row, first + Channels)) : IsTransparent(row, first) ? (byte)0 : (byte)255;
    }

    private bool IsTransparent(byte[] row, int first)
    {
        for (var channel = 0; channel < Channels; channel++)
            if (Sample(row, first + channel) != BinaryPrimitives.ReadUInt16BigEndian(transparent.AsSpan(2 * channel))) return false;
        return true;
    }

    private int Sample(byte[] row, int index) => depth switch
    {
        8 => row[index],
        16 => (row[2 * index] << 8) | row[2 * index + 1],
        _ => (row[index * depth / 8] >> (8 - depth - index * depth % 8)) & ((1 << depth) - 1),
    };

    private byte Shade(int sample) => depth == 16 ? (byte)(sample >> 8) : (byte)(sample * 255 / ((1 << depth) - 1));

    private static Pixels Squeezed(byte[] pixels, int channels)
    {
        var content = new MemoryStream();
        using (var zlib = new ZLibStream(content, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(pixels);
        return new Pixels(content.ToArray(), PixelFilter.Flate, channels);
    }
}
