using System.Buffers.Binary;

namespace CrmStudio.Infrastructure.Documents.Fonts;

/// <summary>
/// Writes a TrueType file that holds only some glyphs of a font. Glyphs keep their numbers, so that text can be written before
/// the set is known; the others are empty. Hinting is left out: a page is scaled, not fitted to pixels.
/// </summary>
internal static class FontSubset
{
    private const int HasWords = 1, HasScale = 8, HasMore = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80, HasInstructions = 0x100;

    /// <summary>The file.</summary>
    /// <param name="face">The whole font.</param>
    /// <param name="wanted">The glyphs; those that composites are made of come with them.</param>
    public static byte[] Of(FontFace face, GlyphSet wanted)
    {
        var glyphs = Closed(face, wanted);
        var count = glyphs.Max + 1;
        var outlines = new MemoryStream();
        var places = new int[count + 1];
        var metrics = new byte[4 * count];
        for (var glyph = 0; glyph < count; glyph++)
        {
            places[glyph] = (int)outlines.Length;
            if (!glyphs.Has(glyph)) continue;
            WriteUnhinted(OutlineOf(face, glyph), outlines);
            if ((outlines.Length & 1) == 1) outlines.WriteByte(0);
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * glyph), (ushort)face.AdvanceOf(glyph));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(4 * glyph + 2), OutlineOf(face, glyph) is { Length: > 0 } outline ? BinaryPrimitives.ReadInt16BigEndian(outline[2..]) : (short)0);
        }
        places[count] = (int)outlines.Length;

        var isShort = outlines.Length <= 2 * ushort.MaxValue;
        var head = face.Head.Bytes.ToArray();
        head.AsSpan(8, 4).Clear();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), (short)(isShort ? 0 : 1));
        var lines = face.Table("hhea").Bytes.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(lines.AsSpan(34), (ushort)count);
        var limits = face.Table("maxp").Bytes.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(limits.AsSpan(4), (ushort)count);

        return Assembled([("glyf", outlines.ToArray()), ("head", head), ("hhea", lines), ("hmtx", metrics), ("loca", PlacesTable(places, isShort)), ("maxp", limits)]);
    }

    private static GlyphSet Closed(FontFace face, GlyphSet wanted)
    {
        var closed = new GlyphSet(face.GlyphCount);
        var waiting = new Stack<int>([.. wanted.InOrder(), 0]);   // the box of a missing character is always there
        while (waiting.TryPop(out var glyph))
        {
            if (closed.Has(glyph)) continue;
            closed.Add(glyph);
            foreach (var (part, _, _) in Components(OutlineOf(face, glyph).ToArray())) waiting.Push(part);
        }
        return closed;
    }

    private static ReadOnlySpan<byte> OutlineOf(FontFace face, int glyph)
    {
        var (from, to) = face.HasLongPlaces
            ? ((int)face.Places.U32(4 * glyph), (int)face.Places.U32(4 * glyph + 4))
            : (2 * face.Places.U16(2 * glyph), 2 * face.Places.U16(2 * glyph + 2));
        return face.Glyphs.Bytes[from..to];
    }

    private static bool IsComposite(ReadOnlySpan<byte> outline) => outline.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0;

    /// <summary>The glyphs a composite is made of, and where the flags and the end of each component stand.</summary>
    private static IEnumerable<(int Glyph, int FlagsAt, int End)> Components(byte[] outline)
    {
        if (!IsComposite(outline)) yield break;
        var at = 10;
        int flags;
        do
        {
            var start = at;
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var glyph = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            at += 4 + ((flags & HasWords) != 0 ? 4 : 2) + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
            yield return (glyph, start, at);
        }
        while ((flags & HasMore) != 0);
    }

    private static void WriteUnhinted(ReadOnlySpan<byte> outline, MemoryStream into)
    {
        if (outline.Length == 0) return;
        if (IsComposite(outline))
        {
            var copy = outline.ToArray();
            var end = 0;
            foreach (var (_, flagsAt, componentEnd) in Components(copy))
            {
                var flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(flagsAt));
                BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(flagsAt), (ushort)(flags & ~HasInstructions));
                end = componentEnd;
            }
            into.Write(copy.AsSpan(0, end));
            return;
        }

        var lengthAt = 10 + 2 * BinaryPrimitives.ReadInt16BigEndian(outline);
        into.Write(outline[..lengthAt]);
        into.Write([0, 0]);
        into.Write(outline[(lengthAt + 2 + BinaryPrimitives.ReadUInt16BigEndian(outline[lengthAt..]))..]);
    }

    private static byte[] PlacesTable(int[] places, bool isShort)
    {
        var table = new byte[places.Length * (isShort ? 2 : 4)];
        for (var i = 0; i < places.Length; i++)
        {
            if (isShort) BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(2 * i), (ushort)(places[i] / 2));
            else BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(4 * i), places[i]);
        }
        return table;
    }

    private static byte[] Assembled((string Name, byte[] Content)[] tables)
    {
        var headerSize = 12 + 16 * tables.Length;
        var file = new byte[headerSize + tables.Sum(table => Padded(table.Content.Length))];
        var power = (int)Math.Log2(tables.Length);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * tables.Length - (16 << power)));

        var at = headerSize;
        var headAt = 0;
        for (var i = 0; i < tables.Length; i++)
        {
            var (name, content) = tables[i];
            content.CopyTo(file, at);
            if (name == "head") headAt = at;
            var entry = file.AsSpan(12 + 16 * i);
            for (var j = 0; j < 4; j++) entry[j] = (byte)name[j];
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], SumOf(file.AsSpan(at, Padded(content.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], content.Length);
            at += Padded(content.Length);
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + 8), 0xB1B0AFBA - SumOf(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint SumOf(ReadOnlySpan<byte> content)
    {
        var sum = 0u;
        for (var i = 0; i < content.Length; i += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(content[i..]);
        return sum;
    }
}
