using CrmStudio.Infrastructure.Documents.Typesetting;

namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A paragraph or a heading.</summary>
/// <param name="spans">The text.</param>
/// <param name="alignment">Where its lines stand.</param>
/// <param name="tag">What it is: <c>P</c>, or <c>H1</c> to <c>H6</c>.</param>
internal sealed class TextBlock(IReadOnlyList<TextSpan> spans, TextAlignment alignment, string tag) : Block
{
    private readonly bool hasFields = spans.Any(span => span.Field != PageField.None);
    private Paragraph? paragraph;
    private (double Width, List<Line> Lines)? broken;

    public override bool StaysWithNext => IsHeading;

    public bool IsHeading => tag[0] == 'H';

    public string Tag => tag;

    public TextAlignment Alignment => alignment;

    public override double NaturalWidth(Sheet sheet) => Set(sheet).NaturalWidth();

    public override Piece? Lay(Sheet sheet, Room room, object? rest)
    {
        var set = Set(sheet);
        var lines = Broken(set, room.Width);
        var from = rest is int left ? left : 0;
        var (to, height) = (from, 0d);
        while (to < lines.Count)
        {
            var next = height + HeightOf(set, lines[to]).Height;
            if (!room.Holds(next) && !(to == from && room.IsTop)) break;
            (to, height) = (to + 1, next);
        }

        // No line of a paragraph stands alone, at the foot of a page or at the head of the next.
        if (to < lines.Count && !room.IsTop)
        {
            if (lines.Count - to == 1) to--;
            if (to - from < 2 || (IsHeading && to < lines.Count)) return null;
        }
        return new TextPiece(this, set, lines, from, to);
    }

    /// <summary>Height of a line and how far its baseline stands below its top.</summary>
    public static (double Height, double Baseline) HeightOf(Paragraph set, in Line line)
    {
        var first = set.RunAt(line.Start);
        var (height, baseline) = (first.LineHeight, first.Baseline);
        var before = first;
        for (var i = line.Start; i < line.Inked; i++)
        {
            var run = set.RunOf(set.Glyphs[i]);
            if (ReferenceEquals(run, before)) continue;
            before = run;
            (height, baseline) = (Math.Max(height, run.LineHeight), Math.Max(baseline, run.Baseline));
        }
        return (height, baseline);
    }

    private Paragraph Set(Sheet sheet)
    {
        if (!hasFields) return paragraph ??= new Paragraph(spans);
        return new Paragraph([.. spans.Select(span => span.Field == PageField.None ? span : span with { Text = NumberOf(span, sheet) })]);
    }

    private static string NumberOf(TextSpan span, Sheet sheet) => span.Field switch
    {
        PageField.Current => sheet.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        PageField.Total => sheet.Total.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => sheet.PageOf(span.Section!)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "00",
    };

    private List<Line> Broken(Paragraph set, double width)
    {
        if (hasFields) return set.BreakInto(width);
        if (broken is { } known && known.Width == width) return known.Lines;
        broken = (width, set.BreakInto(width));
        return broken.Value.Lines;
    }
}
