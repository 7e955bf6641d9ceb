namespace CrmStudio.Infrastructure.Documents.Fonts;

/// <summary>Which glyph stands for which character: the <c>cmap</c> table, unfolded into pages of 256 characters.</summary>
internal sealed class CharacterMap
{
    private const int MaxCharacter = 0x10FFFF;
    private readonly ushort[]?[] pages = new ushort[]?[(MaxCharacter >> 8) + 1];

    public CharacterMap(FontTable cmap)
    {
        const int windows = 3, full = 10, basic = 1;
        FontTable? chosen = null;
        for (var i = 0; i < cmap.U16(2); i++)
        {
            var entry = cmap.From(4 + 8 * i);
            if (entry.U16(0) == windows && (entry.U16(2) == full || (entry.U16(2) == basic && chosen is null))) chosen = cmap.From((int)entry.U32(4));
        }
        var map = chosen ?? throw new InvalidDataException("The font has no Unicode character map.");
        if (map.U16(0) == 12) ReadGroups(map);
        else ReadSegments(map);
    }

    /// <summary>The glyph of a character; 0 when there is none.</summary>
    public ushort GlyphOf(int character) => pages[character >> 8] is { } page ? page[character & 0xFF] : (ushort)0;

    /// <summary>Every character the font has, in order.</summary>
    public IEnumerable<(int Character, ushort Glyph)> All()
    {
        for (var page = 0; page < pages.Length; page++)
        {
            if (pages[page] is not { } glyphs) continue;
            for (var i = 0; i < glyphs.Length; i++)
                if (glyphs[i] != 0) yield return ((page << 8) + i, glyphs[i]);
        }
    }

    private void Put(int character, int glyph)
    {
        if (glyph != 0) (pages[character >> 8] ??= new ushort[256])[character & 0xFF] = (ushort)glyph;
    }

    private void ReadGroups(FontTable map)
    {
        for (var i = 0; i < map.U32(12); i++)
        {
            var group = map.From(16 + 12 * i);
            var (first, last, glyph) = ((int)group.U32(0), (int)group.U32(4), (int)group.U32(8));
            for (var character = first; character <= last; character++) Put(character, glyph + character - first);
        }
    }

    private void ReadSegments(FontTable map)
    {
        var segments = map.U16(6) / 2;
        var (ends, starts) = (14, 16 + 2 * segments);
        var (deltas, offsets) = (starts + 2 * segments, starts + 4 * segments);
        for (var i = 0; i < segments; i++)
        {
            var (first, last, delta, offset) = (map.U16(starts + 2 * i), map.U16(ends + 2 * i), map.U16(deltas + 2 * i), map.U16(offsets + 2 * i));
            for (int character = first; character <= last && character != 0xFFFF; character++)
            {
                var glyph = offset == 0 ? character : map.U16(offsets + 2 * i + offset + 2 * (character - first));
                Put(character, glyph == 0 && offset != 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }
}
