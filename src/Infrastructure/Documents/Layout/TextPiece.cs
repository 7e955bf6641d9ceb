using CrmStudio.Infrastructure.Documents.Typesetting;

namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>Lines of a paragraph that stand on one page.</summary>
internal sealed class TextPiece : Piece
{
    private readonly TextBlock block;
    private readonly Paragraph set;
    private readonly List<Line> lines;
    private readonly int from, to;

    public TextPiece(TextBlock block, Paragraph set, List<Line> lines, int from, int to)
    {
        (this.block, this.set, this.lines, this.from, this.to) = (block, set, lines, from, to);
        for (var i = from; i < to; i++) Height += TextBlock.HeightOf(set, lines[i]).Height;
        Rest = to < lines.Count ? to : null;
    }

    public override void Paint(Painter painter, Box box)
    {
        using var writer = new LineWriter(painter, set, block);
        var y = box.Y;
        for (var i = from; i < to; i++)
        {
            var (height, baseline) = TextBlock.HeightOf(set, lines[i]);
            writer.Write(lines[i], box.X, y, y + baseline, height, box.Width);
            y += height;
        }
    }
}
