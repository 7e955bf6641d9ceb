using System.Buffers.Binary;
using System.Text;

namespace CrmStudio.Load.Circuits;

/// <summary>The part of MessagePack that BlazorPack uses, reading.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    public readonly bool IsAtEnd => at >= bytes.Length;

    public int Array()
    {
        var code = bytes[at++];
        return code switch
        {
            >= 0x90 and <= 0x9f => code & 0x0f,
            0xdc => Take(2) is var two ? BinaryPrimitives.ReadUInt16BigEndian(two) : 0,
            _ => throw new InvalidDataException($"Not an array: {code:x2}"),
        };
    }

    public long Int()
    {
        var code = bytes[at++];
        return code switch
        {
            <= 0x7f => code,
            >= 0xe0 => (sbyte)code,
            0xcc => Take(1)[0],
            0xcd => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf or 0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xd0 => (sbyte)Take(1)[0],
            0xd1 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            _ => throw new InvalidDataException($"Not a number: {code:x2}"),
        };
    }

    public bool Bool() => bytes[at++] == 0xc3;

    public string? Text()
    {
        var code = bytes[at++];
        var length = code switch
        {
            0xc0 => -1,
            >= 0xa0 and <= 0xbf => code & 0x1f,
            0xd9 => Take(1)[0],
            0xda => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xdb => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            _ => throw new InvalidDataException($"Not a text: {code:x2}"),
        };
        return length < 0 ? null : Encoding.UTF8.GetString(Take(length));
    }

    public ReadOnlySpan<byte> Bin()
    {
        var code = bytes[at++];
        var length = code switch
        {
            0xc4 => Take(1)[0],
            0xc5 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xc6 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            _ => throw new InvalidDataException($"Not bytes: {code:x2}"),
        };
        return Take(length);
    }

    /// <summary>Steps over a map of texts, or anything else that stands in its place.</summary>
    public void Skip()
    {
        var code = bytes[at];
        if (code is 0xc0 or 0xc2 or 0xc3) at++;
        else if (code is >= 0x80 and <= 0x8f)
        {
            at++;
            for (var left = 2 * (code & 0x0f); left > 0; left--) Skip();
        }
        else if (code is >= 0x90 and <= 0x9f or 0xdc)
        {
            for (var left = Array(); left > 0; left--) Skip();
        }
        else if (code is >= 0xa0 and <= 0xbf or 0xd9 or 0xda or 0xdb) Text();
        else if (code is 0xc4 or 0xc5 or 0xc6) Bin();
        else Int();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = bytes.Slice(at, count);
        at += count;
        return taken;
    }
}
