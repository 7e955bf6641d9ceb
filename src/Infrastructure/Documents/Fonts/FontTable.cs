using System.Buffers.Binary;

namespace CrmStudio.Infrastructure.Documents.Fonts;

/// <summary>A piece of a font file; numbers in it are big-endian. Reading beyond the end throws, as arrays do.</summary>
internal readonly struct FontTable(byte[] file, int start, int length)
{
    public int Length { get; } = length;

    public bool IsThere => Length > 0;

    public ReadOnlySpan<byte> Bytes => file.AsSpan(start, Length);

    public ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Bytes[at..]);

    public short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(Bytes[at..]);

    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Bytes[at..]);

    /// <summary>The table from a place on, as offsets inside of it are counted.</summary>
    public FontTable From(int at) => new(file, start + at, Length - at);

    /// <summary>A part of the table.</summary>
    public FontTable Part(int at, int size) => new(file, start + at, size);
}
