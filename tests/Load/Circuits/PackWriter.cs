using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CrmStudio.Load.Circuits;

/// <summary>The part of MessagePack that BlazorPack uses, writing; a finished message carries its length in front.</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(256);

    public PackWriter Array(int count) => Byte((byte)(0x90 | count));

    public PackWriter EmptyMap() => Byte(0x80);

    public PackWriter Nil() => Byte(0xc0);

    public PackWriter Bool(bool value) => Byte((byte)(value ? 0xc3 : 0xc2));

    public PackWriter Int(long value)
    {
        if (value is >= 0 and < 128) return Byte((byte)value);
        var span = buffer.GetSpan(9);
        span[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(span[1..], value);
        buffer.Advance(9);
        return this;
    }

    public PackWriter Text(string? text)
    {
        if (text is null) return Nil();
        var length = Encoding.UTF8.GetByteCount(text);
        var span = buffer.GetSpan(length + 5);
        span[0] = 0xdb;
        BinaryPrimitives.WriteInt32BigEndian(span[1..], length);
        Encoding.UTF8.GetBytes(text, span[5..]);
        buffer.Advance(length + 5);
        return this;
    }

    /// <summary>The message with its length in front.</summary>
    public byte[] Framed()
    {
        var body = buffer.WrittenSpan;
        Span<byte> length = stackalloc byte[5];
        var (used, rest) = (0, (uint)body.Length);
        do
        {
            length[used++] = (byte)((rest & 0x7f) | (rest > 0x7f ? 0x80u : 0));
            rest >>= 7;
        }
        while (rest > 0);
        return [.. length[..used], .. body];
    }

    private PackWriter Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
        return this;
    }
}
