using System.Buffers.Binary;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>
/// Walks the directories of a TIFF (revision 6.0), checks that every strip is there and every page can be shown, and blanks in place
/// what says where it was made: the GPS directory, XMP and IPTC texts.
/// </summary>
internal static class TiffFile
{
    private const int Entry = 12, MostEntries = 4_096;
    private const int Width = 256, Height = 257, StripOffsets = 273, StripCounts = 279, TileOffsets = 324, TileCounts = 325, SubDirectories = 330, Xmp = 700, Iptc = 33723, ExifDirectory = 34665, GpsDirectory = 34853;

    public static Outcome<Cleaned> Clean(Stream from, Stream to, FileLimits limits)
    {
        var file = new Walk(from, limits);
        var refused = file.Go();
        if (!refused.IsDone) return refused.Refusal;
        Patch.Copy(from, to, file.Patches);
        return new Cleaned(false, file.Removed.Words);
    }

    private sealed class Walk(Stream from, FileLimits limits)
    {
        private readonly HashSet<long> seen = [];
        private bool isLittle;

        public List<Patch> Patches { get; } = [];

        public Removals Removed { get; } = new();

        public Outcome Go()
        {
            var head = Read(0, 8);
            isLittle = head[0] == 'I';
            long next = UInt32(head.AsSpan(4));
            for (var pages = 0; next != 0; pages++)
            {
                if (pages == limits.MaxPages) return FileRefusals.TooManyPages(limits.MaxPages);
                var (directory, after) = Directory(next);
                var page = Page(directory);
                if (!page.IsDone) return page;
                next = after;
            }
            return seen.Count > 0 ? Outcome.Done : FileRefusals.Broken("scan");
        }

        private Outcome Page(Dictionary<int, Field> page)
        {
            if (!page.TryGetValue(Width, out var width) || !page.TryGetValue(Height, out var height)) return FileRefusals.Broken("scan");
            long wide = Numbers(width)[0], high = Numbers(height)[0];
            if (wide == 0 || high == 0) return FileRefusals.Broken("scan");
            if (!limits.CanShow(wide, high)) return FileRefusals.TooManyPixels(limits.MaxPixels);
            var (offsets, counts) = page.ContainsKey(StripOffsets) ? (StripOffsets, StripCounts) : (TileOffsets, TileCounts);
            if (!page.TryGetValue(offsets, out var at) || !page.TryGetValue(counts, out var lengths) || at.Count != lengths.Count) return FileRefusals.Broken("scan");
            foreach (var (start, length) in Numbers(at).Zip(Numbers(lengths)))
                if (start + length > from.Length) return FileRefusals.Broken("scan");

            Silence(page);
            if (page.TryGetValue(ExifDirectory, out var exif)) Silence(Directory(Numbers(exif)[0]).Fields);
            if (page.TryGetValue(SubDirectories, out var below))
                foreach (var sub in Numbers(below)) Silence(Directory(sub).Fields);
            return Outcome.Done;
        }

        /// <summary>Blanks what a directory says about place and person.</summary>
        private void Silence(Dictionary<int, Field> directory)
        {
            foreach (var text in (int[])[Xmp, Iptc])
                if (directory.TryGetValue(text, out var said) && said.IsElsewhere)
                {
                    Patches.Add(new(said.At, said.Bytes));
                    Removed.Add("texts");
                }
            if (!directory.TryGetValue(GpsDirectory, out var gps)) return;

            // An empty directory: no entries, no next one. What the entries pointed at goes too.
            var place = Numbers(gps)[0];
            var fields = Directory(place).Fields;
            Patches.Add(new(place, 2 + fields.Count * (long)Entry + 4));
            Patches.AddRange(fields.Values.Where(field => field.IsElsewhere).Select(field => new Patch(field.At, field.Bytes)));
            Removed.Add("location");
        }

        private (Dictionary<int, Field> Fields, long Next) Directory(long at)
        {
            if (at < 8 || !seen.Add(at)) throw new InvalidDataException();   // a circle, or a directory two pages share
            int count = UInt16(Read(at, 2));
            if (count is 0 or > MostEntries) throw new InvalidDataException();
            var bytes = Read(at + 2, count * Entry + 4);
            var fields = new Dictionary<int, Field>();
            for (var i = 0; i < count; i++)
            {
                var entry = bytes.AsSpan(i * Entry, Entry);
                var (tag, type, many) = (UInt16(entry), UInt16(entry[2..]), UInt32(entry[4..]));
                var size = many * (long)SizeOf(type);
                var isElsewhere = size > 4;
                var place = isElsewhere ? UInt32(entry[8..]) : at + 2 + i * Entry + 8;
                if (place + size > from.Length) throw new InvalidDataException();
                fields.TryAdd(tag, new Field(type, many, place, size, isElsewhere));
            }
            return (fields, UInt32(bytes.AsSpan(count * Entry)));
        }

        private long[] Numbers(Field field)
        {
            if (field.Count == 0 || field.Type is not (3 or 4 or 13) || field.Bytes > limits.MaxDescriptionBytes) throw new InvalidDataException();
            var bytes = Read(field.At, (int)field.Bytes);
            var numbers = new long[field.Count];
            for (var i = 0; i < numbers.Length; i++) numbers[i] = field.Type == 3 ? UInt16(bytes.AsSpan(i * 2)) : UInt32(bytes.AsSpan(i * 4));
            return numbers;
        }

        private byte[] Read(long at, int count)
        {
            if (at + count > from.Length) throw new InvalidDataException();
            var bytes = new byte[count];
            from.Position = at;
            from.ReadExactly(bytes);
            return bytes;
        }

        private ushort UInt16(ReadOnlySpan<byte> at) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

        private uint UInt32(ReadOnlySpan<byte> at) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);

        private static int SizeOf(int type) => type switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 or 13 => 4, 5 or 10 or 12 => 8, _ => throw new InvalidDataException() };
    }

    /// <summary>One entry of a directory.</summary>
    private readonly record struct Field(int Type, uint Count, long At, long Bytes, bool IsElsewhere);
}
