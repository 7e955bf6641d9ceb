using System.Buffers.Binary;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>Reads a file from front to back through one buffer. Throws <see cref="EndOfStreamException"/> where the file ends too early.</summary>
internal sealed class ForwardReader(Stream from)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int at, filled;

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => at == filled && !Fill();

    public byte ReadByte()
    {
        if (at == filled && !Fill()) throw new EndOfStreamException();
        return buffer[at++];
    }

    public int ReadUInt16() => ReadByte() << 8 | ReadByte();

    public uint ReadUInt32()
    {
        Span<byte> four = stackalloc byte[4];
        Read(four);
        return BinaryPrimitives.ReadUInt32BigEndian(four);
    }

    public void Read(Span<byte> into)
    {
        while (into.Length > 0)
        {
            if (at == filled && !Fill()) throw new EndOfStreamException();
            var part = Math.Min(into.Length, filled - at);
            buffer.AsSpan(at, part).CopyTo(into);
            at += part;
            into = into[part..];
        }
    }

    /// <summary>Hands the next bytes on, piece by piece.</summary>
    public void Pass(long count, Action<ReadOnlySpan<byte>> to)
    {
        while (count > 0)
        {
            if (at == filled && !Fill()) throw new EndOfStreamException();
            var part = (int)Math.Min(count, filled - at);
            to(buffer.AsSpan(at, part));
            at += part;
            count -= part;
        }
    }

    /// <summary>Hands bytes on until one stops it; that one is read next.</summary>
    public void PassUntil(byte stop, Action<ReadOnlySpan<byte>> to)
    {
        while (true)
        {
            if (at == filled && !Fill()) throw new EndOfStreamException();
            var rest = buffer.AsSpan(at, filled - at);
            var found = rest.IndexOf(stop);
            var part = found < 0 ? rest.Length : found;
            if (part > 0) to(rest[..part]);
            at += part;
            if (found >= 0) return;
        }
    }

    private bool Fill()
    {
        (at, filled) = (0, from.Read(buffer));
        return filled > 0;
    }
}
