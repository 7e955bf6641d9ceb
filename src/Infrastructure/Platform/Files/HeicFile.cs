using System.Buffers.Binary;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>
/// Blanks what a HEIC photo says about itself (ISO/IEC 23008-12 over ISO/IEC 14496-12): the Exif and XMP items, found through the
/// item table, become noughts in place. The way up is a property of the picture there and stays. A photo whose table cannot be
/// followed is refused, for its place could not be taken out.
/// </summary>
internal static class HeicFile
{
    private const int FullBox = 4;

    private static readonly HashSet<string> photo = ["heic", "heix", "heim", "heis"];

    /// <summary>Whether a file that begins so is a photo of this kind, and no film.</summary>
    public static bool IsPhoto(ReadOnlySpan<byte> head)
    {
        var size = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        for (var at = 8; at + 4 <= size; at += at == 8 ? 8 : 4)   // the major brand, then past its version the compatible ones
            if (photo.Contains(Name(head[at..]))) return true;
        return false;
    }

    public static Outcome<Cleaned> Clean(Stream from, Stream to, FileLimits limits)
    {
        var patches = new List<Patch>();
        var removed = new Removals();
        var hasPicture = false;
        foreach (var box in Boxes(from))
        {
            switch (box.Type)
            {
                case "meta":
                    if (box.Length > limits.MaxDescriptionBytes || box.Length < FullBox) return FileRefusals.Broken("picture");
                    var meta = new byte[box.Length];
                    from.Position = box.At;
                    from.ReadExactly(meta);
                    var read = Items(meta.AsSpan(FullBox), box.At + FullBox, from.Length, limits, patches, removed);
                    if (!read.IsDone) return read.Refusal;
                    hasPicture = true;
                    break;
                case "moov" or "moof":
                    return FileRefusals.Kind;   // a film
                case "uuid" or "udta" or "free" or "skip":
                    patches.Add(new(box.At, box.Length));
                    break;
                case "ftyp" or "mdat" or "idat" or "mini" or "styp":
                    break;
                default:
                    return FileRefusals.Broken("picture");
            }
        }
        if (!hasPicture) return FileRefusals.Broken("picture");
        Patch.Copy(from, to, patches);
        return new Cleaned(false, removed.Words);
    }

    private static Outcome Items(ReadOnlySpan<byte> meta, long start, long fileLength, FileLimits limits, List<Patch> patches, Removals removed)
    {
        var talking = new HashSet<uint>();
        ReadOnlySpan<byte> places = default;
        var (hasPlaces, hasSize, data) = (false, false, (At: 0L, Length: 0L));
        for (var at = 0; at < meta.Length;)
        {
            var box = BoxAt(meta, at);
            var content = meta.Slice(box.Start, box.Length);
            switch (box.Type)
            {
                case "iinf":
                    FindTalking(content, talking, removed);
                    break;
                case "iloc":
                    places = content;
                    hasPlaces = true;
                    break;
                case "idat":
                    data = (start + box.Start, box.Length);
                    break;
                case "iprp":
                    var sizes = Sizes(content, limits);
                    if (!sizes.IsDone) return sizes.Refusal;
                    hasSize |= sizes.Value;
                    break;
                default:
                    break;   // tables that hold no text
            }
            at = box.Start + box.Length;
        }
        if (!hasSize) return FileRefusals.Broken("picture");
        if (talking.Count == 0) return Outcome.Done;
        return hasPlaces && Blank(places, talking, data, fileLength, patches) ? Outcome.Done : FileRefusals.Location;
    }

    /// <summary>Items that talk about the photo: Exif, and XMP.</summary>
    private static void FindTalking(ReadOnlySpan<byte> table, HashSet<uint> talking, Removals removed)
    {
        var at = FullBox + (table[0] == 0 ? 2 : 4);
        while (at < table.Length)
        {
            var box = BoxAt(table, at);
            var entry = table.Slice(box.Start, box.Length);
            at = box.Start + box.Length;
            if (box.Type != "infe" || entry[0] is not (2 or 3)) continue;
            var isLong = entry[0] == 3;
            var id = isLong ? BinaryPrimitives.ReadUInt32BigEndian(entry[FullBox..]) : BinaryPrimitives.ReadUInt16BigEndian(entry[FullBox..]);
            var type = Name(entry[(FullBox + (isLong ? 6 : 4))..]);
            if (type is not ("Exif" or "mime" or "uri ")) continue;
            talking.Add(id);
            removed.Add(type == "Exif" ? "camera data and location" : "texts");
        }
    }

    private static bool Blank(ReadOnlySpan<byte> table, HashSet<uint> talking, (long At, long Length) data, long fileLength, List<Patch> patches)
    {
        var version = table[0];
        if (version > 2) return false;
        var (offsetSize, lengthSize, baseSize, indexSize) = (table[4] >> 4, table[4] & 15, table[5] >> 4, version == 0 ? 0 : table[5] & 15);
        var reader = new Fields(table[6..]);
        var count = reader.Next(version == 2 ? 4 : 2);
        var found = 0;
        for (var i = 0L; i < count; i++)
        {
            var id = (uint)reader.Next(version == 2 ? 4 : 2);
            var method = version == 0 ? 0 : (int)reader.Next(2) & 15;
            reader.Next(2);
            var start = reader.Next(baseSize);
            var extents = reader.Next(2);
            for (var extent = 0L; extent < extents; extent++)
            {
                reader.Next(indexSize);
                var (offset, length) = (start + reader.Next(offsetSize), reader.Next(lengthSize));
                if (!talking.Contains(id)) continue;
                var (at, most) = method switch { 0 => (offset, fileLength), 1 => (data.At + offset, data.At + data.Length), _ => (-1L, 0L) };
                if (at < 0 || length <= 0 || at + length > most) return false;
                patches.Add(new(at, length));
            }
            if (talking.Contains(id) && extents > 0) found++;
        }
        return found == talking.Count;
    }

    /// <summary>Whether the picture says how large it is; refuses when that is too large.</summary>
    private static Outcome<bool> Sizes(ReadOnlySpan<byte> properties, FileLimits limits)
    {
        var has = false;
        for (var at = 0; at < properties.Length;)
        {
            var box = BoxAt(properties, at);
            if (box.Type == "ipco")
            {
                var inner = properties.Slice(box.Start, box.Length);
                for (var place = 0; place < inner.Length;)
                {
                    var property = BoxAt(inner, place);
                    if (property is { Type: "ispe", Length: >= 12 })
                    {
                        long width = BinaryPrimitives.ReadUInt32BigEndian(inner[(property.Start + 4)..]), height = BinaryPrimitives.ReadUInt32BigEndian(inner[(property.Start + 8)..]);
                        if (width == 0 || height == 0) return FileRefusals.Broken("picture");
                        if (!limits.CanShow(width, height)) return FileRefusals.TooManyPixels(limits.MaxPixels);
                        has = true;
                    }
                    place = property.Start + property.Length;
                }
            }
            at = box.Start + box.Length;
        }
        return has;
    }

    private static IEnumerable<(string Type, long At, long Length)> Boxes(Stream from)
    {
        var head = new byte[16];
        for (long at = 0; at < from.Length;)
        {
            from.Position = at;
            from.ReadExactly(head, 0, 8);
            long size = BinaryPrimitives.ReadUInt32BigEndian(head), start = 8;
            if (size == 1)
            {
                from.ReadExactly(head, 8, 8);
                (size, start) = (BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8)), 16);
            }
            if (size == 0) size = from.Length - at;
            if (size < start || size > from.Length - at) throw new InvalidDataException();
            yield return (Name(head.AsSpan(4)), at + start, size - start);
            at += size;
        }
    }

    private static (string Type, int Start, int Length) BoxAt(ReadOnlySpan<byte> inside, int at)
    {
        if (inside.Length - at < 8) throw new InvalidDataException();
        long size = BinaryPrimitives.ReadUInt32BigEndian(inside[at..]);
        if (size == 0) size = inside.Length - at;
        if (size < 8 || size > inside.Length - at) throw new InvalidDataException();
        return (Name(inside[(at + 4)..]), at + 8, (int)size - 8);
    }

    private static string Name(ReadOnlySpan<byte> at) => System.Text.Encoding.Latin1.GetString(at[..4]);

    /// <summary>Numbers of a table, one after the other, each of 0, 2, 4 or 8 bytes.</summary>
    private ref struct Fields(ReadOnlySpan<byte> table)
    {
        private ReadOnlySpan<byte> rest = table;

        public long Next(int size)
        {
            if (size > rest.Length) throw new InvalidDataException();
            var value = size switch
            {
                0 => 0,
                2 => BinaryPrimitives.ReadUInt16BigEndian(rest),
                4 => BinaryPrimitives.ReadUInt32BigEndian(rest),
                8 => BinaryPrimitives.ReadInt64BigEndian(rest),
                _ => throw new InvalidDataException(),
            };
            rest = rest[size..];
            return value;
        }
    }
}
