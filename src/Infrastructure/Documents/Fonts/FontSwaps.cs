namespace CrmStudio.Infrastructure.Documents.Fonts;

/// <summary>Alternate glyphs of <c>GSUB</c>: figures of one width, small capitals, ligatures of letters that would collide.</summary>
internal sealed class FontSwaps
{
    private const int Single = 1, Ligature = 4, Extension = 7;

    private readonly Dictionary<ushort, List<(ushort[] Others, ushort Glyph)>> ligatures = [];
    private readonly Dictionary<ushort, ushort> tabular = [];
    private readonly Dictionary<ushort, ushort> smallCapitals = [];

    private FontSwaps() { }

    public FontSwaps(FontTable table)
    {
        ReadSingles(table, "tnum", tabular);
        ReadSingles(table, "smcp", smallCapitals);
        foreach (var (_, subtables) in FontFeatures.Lookups(table, "liga", Extension).Where(lookup => lookup.Type == Ligature))
            foreach (var subtable in subtables) ReadLigatures(subtable);
    }

    /// <summary>A font without alternates.</summary>
    public static FontSwaps None { get; } = new();

    /// <summary>The figure as wide as every other, for columns of numbers.</summary>
    public ushort Tabular(ushort glyph) => tabular.GetValueOrDefault(glyph, glyph);

    /// <summary>The small capital of a small letter.</summary>
    public ushort SmallCapital(ushort glyph) => smallCapitals.GetValueOrDefault(glyph, glyph);

    /// <summary>The ligature that begins here: its glyph and how many it stands for. One glyph for itself when there is none.</summary>
    public (ushort Glyph, int Count) Joined(ReadOnlySpan<ushort> glyphs)
    {
        if (ligatures.Count > 0 && ligatures.TryGetValue(glyphs[0], out var candidates))
            foreach (var (others, glyph) in candidates)
                if (glyphs[1..].StartsWith(others)) return (glyph, others.Length + 1);
        return (glyphs[0], 1);
    }

    /// <summary>Whether a ligature may begin with this glyph.</summary>
    public bool MayJoin(ushort glyph) => ligatures.Count > 0 && ligatures.ContainsKey(glyph);

    /// <summary>Gives alternates the text of what they stand for, where no character has them.</summary>
    public void FillIn(string?[] texts)
    {
        foreach (var (from, to) in tabular) texts[to] ??= texts[from];
        foreach (var (from, to) in smallCapitals) texts[to] ??= texts[from];
        foreach (var (first, joined) in ligatures)
            foreach (var (others, glyph) in joined)
                texts[glyph] = texts[first] + string.Concat(others.Select(part => texts[part]));
    }

    private static void ReadSingles(FontTable table, string feature, Dictionary<ushort, ushort> into)
    {
        foreach (var (_, subtables) in FontFeatures.Lookups(table, feature, Extension).Where(lookup => lookup.Type == Single))
            foreach (var subtable in subtables)
            {
                var place = 0;
                foreach (var glyph in FontFeatures.Covered(subtable.From(subtable.U16(2))))
                {
                    into.TryAdd(glyph, subtable.U16(0) == 1 ? (ushort)(glyph + subtable.U16(4)) : subtable.U16(6 + 2 * place));
                    place++;
                }
            }
    }

    private void ReadLigatures(FontTable subtable)
    {
        var place = 0;
        foreach (var first in FontFeatures.Covered(subtable.From(subtable.U16(2))))
        {
            var set = subtable.From(subtable.U16(6 + 2 * place++));
            for (var i = 0; i < set.U16(0); i++)
            {
                var ligature = set.From(set.U16(2 + 2 * i));
                var others = new ushort[ligature.U16(2) - 1];
                for (var j = 0; j < others.Length; j++) others[j] = ligature.U16(4 + 2 * j);
                if (!ligatures.TryGetValue(first, out var joined)) ligatures[first] = joined = [];
                joined.Add((others, ligature.U16(0)));
            }
        }
    }
}
