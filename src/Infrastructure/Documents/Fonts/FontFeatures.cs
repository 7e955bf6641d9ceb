using System.Text;

namespace CrmStudio.Infrastructure.Documents.Fonts;

/// <summary>What the layout tables of OpenType (<c>GPOS</c>, <c>GSUB</c>) share: features that name lookups, coverage and classes.</summary>
internal static class FontFeatures
{
    /// <summary>The lookups of a feature over all scripts, in the order they apply: type, and subtables with extensions followed.</summary>
    public static List<(int Type, List<FontTable> Subtables)> Lookups(FontTable table, string feature, int extensionType)
    {
        var (features, lookups) = (table.From(table.U16(6)), table.From(table.U16(8)));
        var wanted = new SortedSet<int>();
        for (var i = 0; i < features.U16(0); i++)
        {
            if (Encoding.ASCII.GetString(features.Bytes.Slice(2 + 6 * i, 4)) != feature) continue;
            var named = features.From(features.U16(2 + 6 * i + 4));
            for (var j = 0; j < named.U16(2); j++) wanted.Add(named.U16(4 + 2 * j));
        }

        var found = new List<(int, List<FontTable>)>();
        foreach (var index in wanted)
        {
            var lookup = lookups.From(lookups.U16(2 + 2 * index));
            int type = lookup.U16(0);
            var subtables = new List<FontTable>();
            for (var i = 0; i < lookup.U16(4); i++)
            {
                var subtable = lookup.From(lookup.U16(6 + 2 * i));
                if (lookup.U16(0) == extensionType) (type, subtable) = (subtable.U16(2), subtable.From((int)subtable.U32(4)));
                subtables.Add(subtable);
            }
            found.Add((type, subtables));
        }
        return found;
    }

    /// <summary>Place of a glyph in a coverage table; -1 when it is not covered.</summary>
    public static int Covers(FontTable coverage, int glyph)
    {
        var ranges = coverage.U16(0) == 2;
        var (low, high) = (0, coverage.U16(2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = 4 + (ranges ? 6 : 2) * middle;
            if (glyph < coverage.U16(at)) high = middle - 1;
            else if (glyph > coverage.U16(ranges ? at + 2 : at)) low = middle + 1;
            else return ranges ? coverage.U16(at + 4) + glyph - coverage.U16(at) : middle;
        }
        return -1;
    }

    /// <summary>Every glyph of a coverage table, in order.</summary>
    public static IEnumerable<ushort> Covered(FontTable coverage)
    {
        for (var i = 0; i < coverage.U16(2); i++)
        {
            if (coverage.U16(0) == 1) yield return coverage.U16(4 + 2 * i);
            else for (int glyph = coverage.U16(4 + 6 * i); glyph <= coverage.U16(6 + 6 * i); glyph++) yield return (ushort)glyph;
        }
    }

    /// <summary>Class of a glyph; 0 when no other is given.</summary>
    public static int ClassOf(FontTable classes, int glyph)
    {
        if (classes.U16(0) == 1)
        {
            var place = glyph - classes.U16(2);
            return place >= 0 && place < classes.U16(4) ? classes.U16(6 + 2 * place) : 0;
        }
        var (low, high) = (0, classes.U16(2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = 4 + 6 * middle;
            if (glyph < classes.U16(at)) high = middle - 1;
            else if (glyph > classes.U16(at + 2)) low = middle + 1;
            else return classes.U16(at + 4);
        }
        return 0;
    }
}
