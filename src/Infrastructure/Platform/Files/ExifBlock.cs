using System.Buffers.Binary;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>What a photo says about itself (Exif 2.32, a TIFF directory): the way up, and whether it knows where it was taken.</summary>
/// <param name="Orientation">1 to 8; null when it does not say.</param>
/// <param name="HasPlace">Whether there is a GPS directory.</param>
internal readonly record struct ExifBlock(int? Orientation, bool HasPlace)
{
    private const int OrientationTag = 0x0112, PlaceTag = 0x8825, Entry = 12;

    /// <summary>Reads the first directory. Whatever does not fit is read as "does not say".</summary>
    public static ExifBlock Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return default;
        var isLittle = tiff[0] == 'I';
        var start = UInt32(tiff[4..], isLittle);
        if (start > tiff.Length - 2) return default;

        var directory = tiff[(int)start..];
        var count = UInt16(directory, isLittle);
        var block = default(ExifBlock);
        for (var i = 0; i < count && 2 + (i + 1) * Entry <= directory.Length; i++)
        {
            var entry = directory.Slice(2 + i * Entry, Entry);
            var tag = UInt16(entry, isLittle);
            if (tag == OrientationTag) block = block with { Orientation = UInt16(entry[8..], isLittle) };
            if (tag == PlaceTag) block = block with { HasPlace = true };
        }
        return block;
    }

    /// <summary>An APP1 segment that says which way is up and nothing else.</summary>
    public static byte[] OnlyOrientation(byte orientation) =>
    [
        .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static int UInt16(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint UInt32(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
