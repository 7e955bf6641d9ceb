using CrmStudio.Infrastructure.Documents.Fonts;

namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>A paragraph turned into glyphs, and those into lines.</summary>
internal sealed class Paragraph
{
    private const int FacesPerSpan = 4;   // as many as a chain of fonts has

    private readonly TextRun?[] runs;
    private Glyph[] glyphs;

    /// <param name="spans">The text; page numbers already in their place.</param>
    public Paragraph(IReadOnlyList<TextSpan> spans)
    {
        var texts = new string[spans.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = TextCleaning.Clean(spans[i].Text ?? "");
        Text = texts.Length == 1 ? texts[0] : string.Concat(texts);
        runs = new TextRun[spans.Count * FacesPerSpan];
        glyphs = new Glyph[Text.Length + 1];
        if (BidiCharacters.MayReadRightToLeft(Text)) Levels = ParagraphLevels.Of(Text);

        var at = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            Shape(i, spans[i], at, at + texts[i].Length);
            at += texts[i].Length;
        }
    }

    public string Text { get; }

    /// <summary>Level of every character; null for a paragraph that reads from left to right throughout.</summary>
    public ParagraphLevels? Levels { get; }

    public int Count { get; private set; }

    public ReadOnlySpan<Glyph> Glyphs => glyphs.AsSpan(0, Count);

    /// <summary>The run a glyph belongs to.</summary>
    public TextRun RunOf(in Glyph glyph) => runs[glyph.Run]!;

    /// <summary>Where the text of a glyph ends.</summary>
    public int EndOfText(int index) => index + 1 < Count ? glyphs[index + 1].Text : Text.Length;

    /// <summary>Width in points when nothing makes it break.</summary>
    public double NaturalWidth()
    {
        double width = 0, widest = 0, spaces = 0;
        foreach (ref readonly var glyph in Glyphs)
        {
            if (glyph.Break == BreakAfter.Must) (width, spaces) = (0, 0);
            else if (glyph.Break == BreakAfter.Space) spaces += glyph.Advance;
            else (width, spaces) = (width + spaces + glyph.Advance, 0);
            widest = Math.Max(widest, width);
        }
        return widest;
    }

    /// <summary>Breaks the paragraph into lines no wider than this, where it can be.</summary>
    public List<Line> BreakInto(double width)
    {
        const double tolerance = .01;
        var lines = new List<Line>();
        int start = 0, chance = -1, chanceInked = 0;
        double inked = 0, all = 0, chanceWidth = 0;
        var inkedEnd = 0;
        for (var i = 0; i < Count; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            var isSpace = glyph.Break == BreakAfter.Space;
            var isBlank = isSpace || glyph.Break == BreakAfter.Must;
            var hyphen = glyph.Break == BreakAfter.Hyphen ? HyphenWidth(glyph) : 0;
            if (!isBlank && all + glyph.Advance > width + tolerance && i > start && !glyph.IsAttached)
            {
                // Back to the last place that may end a line; in a word wider than the line, right here.
                var (end, lineInked, lineWidth) = chance >= start ? (chance + 1, chanceInked, chanceWidth) : (i, inkedEnd, inked);
                lines.Add(new Line(start, end, lineInked, lineWidth, IsLast: false));
                (start, chance, inked, all, inkedEnd) = (end, -1, 0, 0, end);
                i = end - 1;
                continue;
            }

            all += glyph.Advance;
            if (!isBlank) (inked, inkedEnd) = (all, i + 1);
            if (glyph.Break == BreakAfter.Must)
            {
                lines.Add(new Line(start, i + 1, Math.Max(inkedEnd, start), inked, IsLast: true));
                (start, chance, inked, all, inkedEnd) = (i + 1, -1, 0, 0, i + 1);
            }
            else if (glyph.Break != BreakAfter.No && (hyphen == 0 || all + hyphen <= width + tolerance))
            {
                (chance, chanceInked, chanceWidth) = (i, Math.Max(inkedEnd, start), inked + hyphen);
            }
        }
        lines.Add(new Line(start, Count, Math.Max(inkedEnd, start), inked, IsLast: true));
        return lines;
    }

    /// <summary>The run that stands for an empty line: that of the glyph before it, or of the first span.</summary>
    public TextRun RunAt(int index) => Count == 0 ? runs[0]! : RunOf(glyphs[Math.Clamp(index, 0, Count - 1)]);

    private double HyphenWidth(in Glyph glyph)
    {
        var run = RunOf(glyph);
        return run.Face.AdvanceOf(run.Face.GlyphOf('-')) * run.Scale;
    }

    private void Shape(int span, TextSpan of, int from, int to)
    {
        var chain = FontShelf.ChainOf(of.Style.Family, of.Style.IsBold, of.Style.IsItalic);
        runs[span * FacesPerSpan] ??= new TextRun(of, chain[0]);
        var isJoined = of.Style is { Tracking: 0, HasSmallCapitals: false };
        var before = 0;
        for (var at = from; at < to;)
        {
            int character = Text[at], length = 1;
            if (char.IsHighSurrogate(Text[at]) && at + 1 < to) (character, length) = (char.ConvertToUtf32(Text[at], Text[at + 1]), 2);
            var next = at + length < Text.Length ? Text[at + length] : 0;
            var isRightToLeft = Levels is not null && (Levels.At(at) & 1) == 1;

            ref var glyph = ref glyphs[Count++];
            glyph.Text = at;
            glyph.Break = BreakRules.After(before, character, next);
            glyph.IsAttached = BreakRules.IsAttached(character);
            Choose(ref glyph, span, of, chain, isRightToLeft ? BidiCharacters.MirrorOf(character) : glyph.Break == BreakAfter.Hyphen ? '-' : character);
            at += length;
            before = character;

            if (BreakRules.IsInvisible(character))
            {
                if (glyph.Break != BreakAfter.Hyphen) glyph.Id = Glyph.Nothing;
                continue;
            }
            var run = runs[glyph.Run]!;
            if (isJoined && run.Face.Swaps.MayJoin(glyph.Id)) at = Join(ref glyph, run.Face, at, to);
            glyph.Advance = (float)(run.Face.AdvanceOf(glyph.Id) * run.Scale + run.Tracking);
            if (Count > 1 && !isRightToLeft && glyphs[Count - 2] is { Advance: > 0 } left && left.Run == glyph.Run)
                glyphs[Count - 2].Advance += (float)(run.Face.Kerning(left.Id, glyph.Id) * run.Scale);
        }
    }

    private void Choose(ref Glyph glyph, int span, TextSpan of, FontFace[] chain, int character)
    {
        var (id, place) = (chain[0].GlyphOf(character), 0);
        for (var i = 1; id == 0 && i < chain.Length; i++) (id, place) = (chain[i].GlyphOf(character), i);
        if (id == 0) place = 0;
        var number = span * FacesPerSpan + place;
        var run = runs[number] ??= new TextRun(of, chain[place]);
        if (of.Style.HasTabularFigures && character is >= '0' and <= '9') id = run.Face.Swaps.Tabular(id);
        if (of.Style.HasSmallCapitals) id = run.Face.Swaps.SmallCapital(id);
        (glyph.Id, glyph.Run) = (id, (ushort)number);
    }

    // Letters of a ligature are plain ones of the same span.
    private int Join(ref Glyph glyph, FontFace face, int at, int to)
    {
        Span<ushort> ahead = [glyph.Id, at < to ? face.GlyphOf(Text[at]) : (ushort)0, at + 1 < to ? face.GlyphOf(Text[at + 1]) : (ushort)0];
        var (joined, count) = face.Swaps.Joined(ahead);
        if (count == 1) return at;
        glyph.Id = joined;
        var end = at + count - 1;
        glyph.Break = BreakRules.After(0, Text[end - 1], end < Text.Length ? Text[end] : 0);
        return end;
    }
}
