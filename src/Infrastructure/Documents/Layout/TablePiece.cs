namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>What of a table stands on one page.</summary>
internal sealed class TablePiece : Piece
{
    private readonly TableBlock table;
    private readonly IReadOnlyList<TableRow> head;
    private readonly List<(TableRow Row, CellsPiece Piece, double Y)> placed;
    private readonly TableLook look;
    private readonly bool isContinued;

    public TablePiece(TableBlock table, IReadOnlyList<TableRow> head, List<(TableRow Row, CellsPiece Piece, double Y)> placed, TableLook look, bool isContinued, double height, object? rest)
    {
        (this.table, this.head, this.placed, this.look, this.isContinued) = (table, head, placed, look, isContinued);
        (Height, Rest) = (height, rest);
    }

    public override void Paint(Painter painter, Box box)
    {
        painter.LeaveCell();
        PaintLook(painter, box);
        if (!painter.IsArtifact) painter.Open(table, "Table");
        // Where the table goes on, its head is only repeated: it was read on the first page.
        if (head.Count > 0) PaintRows(painter, box, placed.Take(head.Count), head, isContinued ? null : "THead");
        PaintRows(painter, box, placed.Skip(head.Count), look, "TBody");
        if (!painter.IsArtifact) painter.Close();
    }

    private void PaintRows(Painter painter, Box box, IEnumerable<(TableRow Row, CellsPiece Piece, double Y)> rows, object key, string? group)
    {
        var wasArtifact = painter.IsArtifact;
        painter.IsArtifact |= group is null;
        if (!painter.IsArtifact) painter.Open(key, group!);
        foreach (var (row, piece, y) in rows)
        {
            if (!painter.IsArtifact) painter.Open(row, "TR");
            for (var i = 0; i < piece.Count; i++)
            {
                if (!painter.IsArtifact) painter.Open(row.Cells[i], row.AreHeads[i] ? "TH" : "TD", Attributes(row, i, group == "THead"));
                piece.Paint(painter, new Box(box.X, box.Y + y, box.Width, piece.Height), i);
                if (!painter.IsArtifact) painter.Close();
            }
            if (!painter.IsArtifact) painter.Close();
        }
        if (!painter.IsArtifact) painter.Close();
        painter.IsArtifact = wasArtifact;
    }

    private static string? Attributes(TableRow row, int cell, bool isInHead)
    {
        if (!row.AreHeads[cell] && row.Spans[cell] == 1) return null;
        var scope = row.AreHeads[cell] ? isInHead ? "/Scope/Column" : "/Scope/Row" : "";
        var span = row.Spans[cell] > 1 ? $"/ColSpan {row.Spans[cell]}" : "";
        return $"<</O/Table{scope}{span}>>";
    }

    private void PaintLook(Painter painter, Box box) => painter.Decorate(canvas =>
    {
        for (var i = 0; i < placed.Count; i++)
        {
            var (row, piece, y) = placed[i];
            if (look.Stripe is { } stripe && i >= head.Count && (i - head.Count) % 2 == 1)
            {
                canvas.Fill(stripe);
                canvas.Rectangle(box.X, box.Y + y, box.Width, piece.Height);
            }
            var isBelowHead = head.Count > 0 && i == head.Count;
            if (isBelowHead || row.IsSum)
            {
                canvas.Fill(look.HeadLine);
                canvas.Rectangle(box.X, box.Y + y - TableLook.HeadLineWidth / 2, box.Width, TableLook.HeadLineWidth);
            }
            else if (look.Line is { } line && i > head.Count)
            {
                canvas.Fill(line);
                canvas.Rectangle(box.X, box.Y + y - TableLook.LineWidth / 2, box.Width, TableLook.LineWidth);
            }
        }
    });
}
