using CrmStudio.Infrastructure.Documents.Pdf;
using CrmStudio.Infrastructure.Documents.Typesetting;

namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>Writes the lines of a paragraph onto a page, in the order they are seen, marked as the element they belong to.</summary>
internal ref struct LineWriter
{
    private const double UnderlineBelow = .12, UnderlineWidth = .05;   // of the size

    private readonly Painter painter;
    private readonly Paragraph set;
    private readonly TextBlock block;
    private readonly TagNode? node;
    private readonly bool isOwnNode;
    private TagNode? marked;

    public LineWriter(Painter painter, Paragraph set, TextBlock block)
    {
        (this.painter, this.set, this.block) = (painter, set, block);
        // The only text of a cell or of a list item is its content; everything else is a paragraph of its own.
        isOwnNode = block.IsHeading || !painter.IsInCell;
        node = painter.IsArtifact ? null : isOwnNode ? painter.Open(block, block.Tag) : painter.Node;
    }

    public void Dispose()
    {
        Mark(null);
        if (node is not null && isOwnNode) painter.Close();
    }

    public void Write(in Line line, double x, double top, double baseline, double height, double width)
    {
        var gap = line.IsLast || block.Alignment != TextAlignment.Justified ? 0 : GapOf(line, width);
        var isRightToLeft = set.Levels is { } levels && line.Start < set.Count && levels.BaseAt(set.Glyphs[line.Start].Text) == 1;
        var free = width - line.Width;
        x += block.Alignment switch
        {
            TextAlignment.Center => free / 2,
            TextAlignment.End => isRightToLeft ? 0 : free,
            _ => isRightToLeft && gap == 0 ? free : 0,
        };

        // A space between two lines is written with the first, so that words stay apart where the text is read without its lines.
        var end = line.Inked < line.End && !line.IsLast ? line.Inked + 1 : line.Inked;
        if (isRightToLeft && end > line.Inked) x -= set.Glyphs[line.Inked].Advance;   // there it stands at the left
        Span<int> order = end - line.Start <= 256 ? stackalloc int[end - line.Start] : new int[end - line.Start];
        Order(line, end, isRightToLeft, order);
        for (var i = 0; i < order.Length;)
        {
            var (run, isReversed) = (set.RunOf(set.Glyphs[order[i]]), IsReversed(order[i]));
            var stop = i + 1;
            while (stop < order.Length && ReferenceEquals(set.RunOf(set.Glyphs[order[stop]]), run) && IsReversed(order[stop]) == isReversed) stop++;
            x = WriteRun(run, order[i..stop], isReversed, line, x, baseline, gap, new Box(x, top, 0, height));
            i = stop;
        }
    }

    private readonly bool IsReversed(int glyph) => set.Levels is { } levels && (levels.At(set.Glyphs[glyph].Text) & 1) == 1;

    private void Order(in Line line, int end, bool isRightToLeft, scoped Span<int> order)
    {
        for (var i = 0; i < order.Length; i++) order[i] = line.Start + i;
        if (set.Levels is null) return;

        var levels = new byte[order.Length];
        for (var i = 0; i < levels.Length; i++)   // L1: spaces at the end of a line read as the paragraph does
            levels[i] = line.Start + i >= line.Inked ? (byte)(isRightToLeft ? 1 : 0) : set.Levels.At(set.Glyphs[line.Start + i].Text);
        var visual = BidiParagraph.VisualOrder(levels);
        for (var i = 0; i < order.Length; i++) order[i] = line.Start + visual[i];
    }

    private double WriteRun(TextRun run, scoped ReadOnlySpan<int> order, bool isReversed, in Line line, double x, double baseline, double gap, Box area)
    {
        Mark(run);
        var (canvas, font) = (painter.Canvas, painter.FontOf(run.Face));
        if (isReversed) canvas.BeginReversed();
        canvas.BeginText(run, font.Name, x, baseline);
        var (content, start, isOpen) = (canvas.Content, x, false);
        foreach (var index in order)
        {
            ref readonly var glyph = ref set.Glyphs[index];
            var isEndHyphen = glyph.Break == BreakAfter.Hyphen && index == line.Inked - 1 && !line.IsLast;
            if (glyph.Id == Glyph.Nothing || (glyph.Break == BreakAfter.Hyphen && glyph.Advance == 0 && !isEndHyphen)) continue;

            var text = set.Text.AsSpan(glyph.Text, set.EndOfText(index) - glyph.Text);
            var code = font.CodeOf(glyph.Id, text);
            if (glyph.Id == 0) painter.Missing(text);
            if (!isOpen) content.Byte((byte)'(');
            content.Escaped((byte)(code >> 8)).Escaped((byte)code);
            isOpen = true;

            var usual = run.Face.AdvanceOf(glyph.Id) * run.Scale + run.Tracking;
            var advance = isEndHyphen ? usual : glyph.Advance + (glyph.Break == BreakAfter.Space && index < line.Inked ? gap : 0);
            x += advance;
            var shift = Math.Round((usual - advance) / run.Style.Size * 1000, 1);
            if (shift == 0) continue;
            content.Byte((byte)')').Number(shift);
            isOpen = false;
        }
        if (isOpen) content.Byte((byte)')');
        canvas.EndText();
        if (isReversed) canvas.EndMark();

        if (run.Style.IsUnderlined) Underline(run, start, x, baseline);
        if (run.Link is { } link) painter.LinkArea(link, area with { X = start, Width = x - start }, marked);
        return x;
    }

    private readonly void Underline(TextRun run, double from, double to, double baseline)
    {
        painter.Canvas.Fill(run.Style.Ink);
        painter.Canvas.Rectangle(from, baseline + run.Style.Size * UnderlineBelow, to - from, run.Style.Size * UnderlineWidth);
    }

    // Links are elements of their own inside of the paragraph.
    private void Mark(TextRun? run)
    {
        if (painter.IsArtifact)
        {
            if (run is not null && marked is null)
            {
                painter.Canvas.BeginArtifact();
                marked = Painter.Nowhere;
            }
            else if (run is null && marked is not null)
            {
                painter.Canvas.EndMark();
                marked = null;
            }
            return;
        }

        var wanted = run is null ? null : run.Link is null ? node : painter.LinkNode(run.Span, node!);
        if (ReferenceEquals(wanted, marked)) return;
        if (marked is not null) painter.Canvas.EndMark();
        if (wanted is not null) painter.Canvas.BeginMark(wanted, painter.Page);
        marked = wanted;
    }

    private readonly double GapOf(in Line line, double width)
    {
        var spaces = 0;
        for (var i = line.Start; i < line.Inked; i++)
            if (set.Glyphs[i].Break == BreakAfter.Space) spaces++;
        return spaces == 0 ? 0 : Math.Max(0, width - line.Width) / spaces;
    }
}
