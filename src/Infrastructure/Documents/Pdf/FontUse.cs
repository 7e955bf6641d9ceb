using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using CrmStudio.Infrastructure.Documents.Fonts;

namespace CrmStudio.Infrastructure.Documents.Pdf;

/// <summary>What a document uses of one font: which glyphs, and under which codes they are written.</summary>
/// <remarks>
/// A glyph's code is its number in the font. Where it stands for another text than usual (a no-break space, the box of a missing
/// character, a mirrored bracket) it gets a code of its own beyond the font's glyphs, so that the text layer says what was written.
/// </remarks>
internal sealed class FontUse(FontFace face, string name)
{
    private const int KeptPrograms = 64;
    private static readonly ConcurrentDictionary<(FontFace, string), FontProgram> programs = new();
    private static readonly ConcurrentDictionary<FontFace, GlyphSet> usual = new();

    private readonly GlyphSet glyphs = new(face.GlyphCount);
    private readonly Dictionary<(ushort Glyph, string Text), int> extra = [];
    private readonly List<(int Code, ushort Glyph, string Text)> extras = [];

    public string Name { get; } = name;

    public int Id { get; set; }

    /// <summary>The code a glyph is written under when it stands for this text.</summary>
    public int CodeOf(ushort glyph, ReadOnlySpan<char> text)
    {
        glyphs.Add(glyph);
        if (face.TextOf(glyph) is { } usualText && text.SequenceEqual(usualText)) return glyph;

        var key = (glyph, text.ToString());
        if (extra.TryGetValue(key, out var code)) return code;
        code = face.GlyphCount + extras.Count;
        extra.Add(key, code);
        extras.Add((code, glyph, key.Item2));
        return code;
    }

    /// <summary>Writes the font: program, widths and the way back to text.</summary>
    public void Write(PdfWriter writer)
    {
        var program = Program();
        var (descendant, descriptor, file, texts) = (writer.Reserve(), writer.Reserve(), writer.Reserve(), writer.Reserve());
        writer.Stream(file, program.Content, Encoding.ASCII.GetBytes($"/Filter/FlateDecode/Length1 {program.Length}"));

        var name = $"{program.Prefix}+{face.Name}";
        writer.Begin(Id).Raw("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont"u8).Name(name)
            .Raw("/DescendantFonts["u8).Ref(descendant).Raw("]/ToUnicode "u8).Ref(texts).Raw(">>"u8);
        writer.End();

        var map = extras.Count > 0 ? writer.Reserve() : 0;
        var into = writer.Begin(descendant);
        into.Raw("<</Type/Font/Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/BaseFont"u8).Name(name)
            .Raw("/FontDescriptor "u8).Ref(descriptor).Raw("/CIDToGIDMap"u8);
        if (map > 0) into.Byte((byte)' ').Ref(map);
        else into.Raw("/Identity"u8);
        into.Raw("/DW 0/W["u8);
        foreach (var glyph in glyphs.InOrder()) into.Int(glyph).Raw("["u8).Number(Thousandths(face.AdvanceOf(glyph))).Raw("]"u8);
        foreach (var (code, glyph, _) in extras) into.Int(code).Raw("["u8).Number(Thousandths(face.AdvanceOf(glyph))).Raw("]"u8);
        into.Raw("]>>"u8);
        writer.End();

        into = writer.Begin(descriptor);
        into.Raw("<</Type/FontDescriptor/FontName"u8).Name(name).Raw("/Flags "u8).Int(face.ItalicAngle != 0 ? 4 + 64 : 4).Raw("/FontBBox["u8)
            .Numbers(Thousandths(face.Left), Thousandths(face.Bottom), Thousandths(face.Right), Thousandths(face.Top)).Raw("]/ItalicAngle "u8).Number(face.ItalicAngle)
            .Raw("/Ascent "u8).Number(Thousandths(face.Ascent)).Raw("/Descent "u8).Number(Thousandths(face.Descent)).Raw("/CapHeight "u8).Number(Thousandths(face.CapHeight))
            .Raw("/XHeight "u8).Number(Thousandths(face.XHeight)).Raw("/StemV "u8).Number(face.Weight / 5d).Raw("/FontFile2 "u8).Ref(file).Raw(">>"u8);
        writer.End();

        WriteTexts(writer, texts);
        if (map > 0) WriteMap(writer, map);
    }

    // Whoever uses only letters, figures and the usual signs gets the same subset as everybody else, compressed once.
    private FontProgram Program()
    {
        var common = usual.GetOrAdd(face, UsualGlyphs);
        var set = glyphs.IsPartOf(common) ? common : glyphs;
        var key = (face, set.Fingerprint());
        if (programs.TryGetValue(key, out var known)) return known;
        if (programs.Count >= KeptPrograms) programs.Clear();
        return programs[key] = FontProgram.Of(face, set, key.Item2);
    }

    private static GlyphSet UsualGlyphs(FontFace face)
    {
        var set = new GlyphSet(face.GlyphCount);
        foreach (var c in Enumerable.Range(' ', '~' - ' ' + 1).Concat("\u00A0§©·½×–—‘’“”•…€™−".Select(c => (int)c)))
        {
            var glyph = face.GlyphOf(c);
            set.Add(glyph);
            if (c is >= '0' and <= '9') set.Add(face.Swaps.Tabular(glyph));
            if (c == 'f')
                foreach (var (first, second) in ((char, char)[])[('f', 'i'), ('f', 'l'), ('f', ' '), ('i', ' '), ('l', ' '), ('t', ' ')]) set.Add(face.Swaps.Joined([glyph, face.GlyphOf(first), face.GlyphOf(second)]).Glyph);
        }
        return set;
    }

    private double Thousandths(int units) => units * 1000d / face.UnitsPerEm;

    private void WriteTexts(PdfWriter writer, int id)
    {
        using var map = new PdfBuffer();
        map.Raw("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Text def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n"u8);
        var pairs = glyphs.InOrder().Select(glyph => (Code: glyph, Text: face.TextOf(glyph))).Concat(extras.Select(entry => (entry.Code, Text: (string?)entry.Text)))
            .Where(pair => !string.IsNullOrEmpty(pair.Text)).ToList();
        foreach (var block in pairs.Chunk(100))   // no more may stand in one block
        {
            map.Int(block.Length).Raw(" beginbfchar\n"u8);
            foreach (var (code, text) in block)
            {
                map.Byte((byte)'<').HexUnit(code).Raw("><"u8);
                foreach (var unit in text!) map.HexUnit(unit);
                map.Raw(">\n"u8);
            }
            map.Raw("endbfchar\n"u8);
        }
        map.Raw("endcmap CMapName currentdict/CMap defineresource pop end end"u8);
        writer.Deflated(id, map.Written, "/Type/CMap/CMapName/Text"u8);
    }

    private void WriteMap(PdfWriter writer, int id)
    {
        using var map = new PdfBuffer();
        for (var code = 0; code < face.GlyphCount + extras.Count; code++)
        {
            var glyph = code < face.GlyphCount ? code : extras[code - face.GlyphCount].Glyph;
            map.Byte((byte)(glyph >> 8)).Byte((byte)glyph);
        }
        writer.Deflated(id, map.Written, []);
    }

    /// <summary>A compressed subset and the six letters that mark it as one.</summary>
    private sealed record FontProgram(byte[] Content, int Length, string Prefix)
    {
        public static FontProgram Of(FontFace face, GlyphSet set, string fingerprint)
        {
            var file = FontSubset.Of(face, set);
            var content = new MemoryStream();
            using (var zlib = new ZLibStream(content, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(file);
            var prefix = string.Create(6, fingerprint, static (letters, hex) =>
            {
                for (var i = 0; i < letters.Length; i++) letters[i] = (char)('A' + (Convert.ToInt32(hex.Substring(2 * i, 2), 16) % 26));
            });
            return new FontProgram(content.ToArray(), file.Length, prefix);
        }
    }
}
