using System.Numerics;

namespace CrmStudio.Infrastructure.Documents.Fonts;

/// <summary>Kerning between two glyphs: the pair adjustments of <c>GPOS</c>'s feature <c>kern</c>.</summary>
internal sealed class FontKerning
{
    private const int PairAdjustment = 2, Extension = 9, XAdvance = 4, CacheSize = 1 << 14;

    private readonly List<List<FontTable>> lookups;

    // Pairs repeat: the last answer for each slot is kept, pair in the upper half, value in the lower. A torn race costs one lookup.
    private readonly long[] cache = new long[CacheSize];

    public FontKerning(FontTable positions) =>
        lookups = [.. FontFeatures.Lookups(positions, "kern", Extension).Where(lookup => lookup.Type == PairAdjustment).Select(lookup => lookup.Subtables)];

    /// <summary>What is added to the advance of the left one, in font units.</summary>
    public int Between(ushort left, ushort right)
    {
        if (lookups.Count == 0) return 0;
        var pair = ((uint)left << 16) | right;
        ref var slot = ref cache[(pair * 2654435761u) >> (32 - BitOperations.Log2(CacheSize))];
        var known = Volatile.Read(ref slot);
        if ((uint)(known >> 32) == pair && known != 0) return (short)known;

        var value = 0;
        foreach (var subtables in lookups) value += Of(subtables, left, right);
        Volatile.Write(ref slot, ((long)pair << 32) | (ushort)value);
        return value;
    }

    // The first subtable that knows the pair decides.
    private static int Of(List<FontTable> subtables, int left, int right)
    {
        foreach (var subtable in subtables)
        {
            var covered = FontFeatures.Covers(subtable.From(subtable.U16(2)), left);
            if (covered < 0) continue;
            var value = subtable.U16(0) == 1 ? OfPairs(subtable, covered, right) : OfClasses(subtable, left, right);
            if (value is { } found) return found;
        }
        return 0;
    }

    private static int? OfPairs(FontTable subtable, int covered, int right)
    {
        var (first, second) = (subtable.U16(4), subtable.U16(6));
        var pairs = subtable.From(subtable.U16(10 + 2 * covered));
        var size = 2 + 2 * (BitOperations.PopCount(first) + BitOperations.PopCount(second));
        var (low, high) = (0, pairs.U16(0) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var glyph = pairs.U16(2 + size * middle);
            if (right < glyph) high = middle - 1;
            else if (right > glyph) low = middle + 1;
            else return AdvanceIn(pairs, 4 + size * middle, first);
        }
        return null;
    }

    private static int? OfClasses(FontTable subtable, int left, int right)
    {
        var (first, second) = (subtable.U16(4), subtable.U16(6));
        var (lefts, rights) = (FontFeatures.ClassOf(subtable.From(subtable.U16(8)), left), FontFeatures.ClassOf(subtable.From(subtable.U16(10)), right));
        var size = 2 * (BitOperations.PopCount(first) + BitOperations.PopCount(second));
        return AdvanceIn(subtable, 16 + size * (lefts * subtable.U16(14) + rights), first);
    }

    // A value record holds only the fields its format names, in the order of the bits.
    private static int AdvanceIn(FontTable table, int at, int format) =>
        (format & XAdvance) == 0 ? 0 : table.I16(at + 2 * BitOperations.PopCount((uint)(format & (XAdvance - 1))));
}
