using System.Buffers.Binary;
using System.Text;

namespace CrmStudio.Load.Circuits;

/// <summary>Looks into a render batch as the browser gets it.</summary>
internal static class RenderBatch
{
    private const int FrameBytes = 20, TailBytes = 20, Element = 1, Attribute = 3;

    /// <summary>The id of the handler of an event on the element with an id; null when the batch does not set it.</summary>
    public static ulong? HandlerOf(ReadOnlySpan<byte> batch, string elementId, string happening)
    {
        var tail = batch[^TailBytes..];
        var (frames, strings) = (BinaryPrimitives.ReadInt32LittleEndian(tail[4..]), BinaryPrimitives.ReadInt32LittleEndian(tail[16..]));
        var count = BinaryPrimitives.ReadInt32LittleEndian(batch[frames..]);
        var (isWanted, handler) = (false, (ulong?)null);
        for (var i = 0; i < count; i++)
        {
            var frame = batch.Slice(frames + 4 + i * FrameBytes, FrameBytes);
            var type = BinaryPrimitives.ReadInt32LittleEndian(frame);
            if (type == Element) (isWanted, handler) = (false, null);
            if (type != Attribute) continue;
            var name = Text(batch, strings, BinaryPrimitives.ReadInt32LittleEndian(frame[4..]));
            if (name == "id" && Text(batch, strings, BinaryPrimitives.ReadInt32LittleEndian(frame[8..])) == elementId) isWanted = true;
            if (name == happening) handler = BinaryPrimitives.ReadUInt64LittleEndian(frame[12..]);
            if (isWanted && handler is > 0) return handler;
        }
        return null;
    }

    private static string? Text(ReadOnlySpan<byte> batch, int strings, int index)
    {
        if (index < 0) return null;
        var at = BinaryPrimitives.ReadInt32LittleEndian(batch[(strings + index * 4)..]);
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = batch[at++];
            length |= (part & 0x7f) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);
        return Encoding.UTF8.GetString(batch.Slice(at, length));
    }
}
