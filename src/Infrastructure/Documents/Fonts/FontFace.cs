using System.Text;

namespace CrmStudio.Infrastructure.Documents.Fonts;

/// <summary>
/// One TrueType font, read once and shared: metrics, which glyph stands for which character, kerning, alternate figures and
/// ligatures. Lengths are in font units, <see cref="UnitsPerEm"/> to the em.
/// </summary>
internal sealed class FontFace
{
    private readonly Dictionary<string, FontTable> tables = [];
    private readonly FontTable metrics;
    private readonly int fullMetrics;
    private readonly FontKerning? kerning;
    private readonly Lazy<string?[]> texts;

    public FontFace(byte[] file)
    {
        var head = new FontTable(file, 0, file.Length);
        for (var i = 0; i < head.U16(4); i++)
        {
            var entry = head.From(12 + 16 * i);
            tables[Encoding.ASCII.GetString(entry.Bytes[..4])] = head.Part((int)entry.U32(8), (int)entry.U32(12));
        }

        Head = Table("head");
        Glyphs = Table("glyf");
        Places = Table("loca");
        UnitsPerEm = Head.U16(18);
        (Left, Bottom, Right, Top) = (Head.I16(36), Head.I16(38), Head.I16(40), Head.I16(42));
        HasLongPlaces = Head.I16(50) == 1;
        GlyphCount = Table("maxp").U16(4);
        var lines = Table("hhea");
        (Ascent, Descent, fullMetrics) = (lines.I16(4), lines.I16(6), lines.U16(34));
        metrics = Table("hmtx");
        var look = Table("OS/2");
        (Weight, CapHeight, XHeight) = (look.U16(4), look.I16(88), look.I16(86));
        ItalicAngle = (int)Table("post").U32(4) / 65536d;
        Name = PostScriptName(Table("name"));
        Characters = new CharacterMap(Table("cmap"));
        kerning = tables.TryGetValue("GPOS", out var positions) ? new FontKerning(positions) : null;
        Swaps = tables.TryGetValue("GSUB", out var swaps) ? new FontSwaps(swaps) : FontSwaps.None;
        texts = new(CanonicalTexts);
    }

    /// <summary>PostScript name, such as <c>SourceSerif4-Regular</c>.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public int Ascent { get; }

    /// <summary>Below the baseline: negative.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    public int XHeight { get; }

    /// <summary>400 is regular, 700 is bold.</summary>
    public int Weight { get; }

    /// <summary>Degrees, counter-clockwise: negative for an italic.</summary>
    public double ItalicAngle { get; }

    public int Left { get; }

    public int Bottom { get; }

    public int Right { get; }

    public int Top { get; }

    public CharacterMap Characters { get; }

    /// <summary>Alternate glyphs: figures of one width, small capitals, ligatures.</summary>
    public FontSwaps Swaps { get; }

    internal FontTable Head { get; }

    internal FontTable Glyphs { get; }

    internal FontTable Places { get; }

    internal bool HasLongPlaces { get; }

    /// <summary>The glyph of a character; 0, the box of a missing one, when the font has none.</summary>
    public ushort GlyphOf(int character) => Characters.GlyphOf(character);

    /// <summary>How far the pen moves on after a glyph.</summary>
    public int AdvanceOf(int glyph) => metrics.U16(4 * Math.Min(glyph, fullMetrics - 1));

    /// <summary>How much closer (negative) or further apart two neighbours stand.</summary>
    public int Kerning(ushort left, ushort right) => kerning?.Between(left, right) ?? 0;

    /// <summary>What a glyph reads as when nothing else is said: the lowest character it stands for, or the letters of a ligature.</summary>
    public string? TextOf(int glyph) => texts.Value[glyph];

    /// <summary>A table of the file; an empty one when it has none of that name.</summary>
    internal FontTable Table(string name) => tables.GetValueOrDefault(name);

    private string?[] CanonicalTexts()
    {
        var all = new string?[GlyphCount];
        foreach (var (character, glyph) in Characters.All()) all[glyph] ??= char.ConvertFromUtf32(character);
        Swaps.FillIn(all);
        return all;
    }

    private static string PostScriptName(FontTable names)
    {
        const int postScriptName = 6, windows = 3;
        var texts = names.U16(4);
        for (var i = 0; i < names.U16(2); i++)
        {
            var entry = names.From(6 + 12 * i);
            if (entry.U16(6) == postScriptName && entry.U16(0) == windows) return Encoding.BigEndianUnicode.GetString(names.Part(texts + entry.U16(10), entry.U16(8)).Bytes);
        }
        throw new InvalidDataException("The font has no PostScript name.");
    }
}
