namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A table. Its head stands again on every page; a row is kept whole unless it is higher than a page.</summary>
internal sealed class TableBlock(IReadOnlyList<Track> tracks, IReadOnlyList<TableRow> head, IReadOnlyList<TableRow> rows, TableLook look) : Block
{
    public override double NaturalWidth(Sheet sheet) => tracks.Select((track, i) => track.Kind == TrackKind.Fixed ? track.Value : NaturalWidth(sheet, i)).Sum();

    public override Piece? Lay(Sheet sheet, Room room, object? rest)
    {
        var (index, cells) = rest is Left left ? (left.Row, left.Cells) : (0, null);
        var columns = Track.Places(tracks, room.Width, 0, i => NaturalWidth(sheet, i));
        var placed = new List<(TableRow Row, CellsPiece Piece, double Y)>();
        var y = 0d;
        foreach (var row in head)
        {
            if (Lay(sheet, room with { Height = double.MaxValue, IsTop = true }, row, columns, null) is not { } piece) return null;
            placed.Add((row, piece, y));
            y += piece.Height;
        }

        Left? next = null;
        for (; index < rows.Count; index++, cells = null)
        {
            var isFirst = placed.Count == head.Count;
            var offer = room with { Height = room.Height - y, IsTop = room.IsTop && isFirst };
            var piece = Lay(sheet, offer, rows[index], columns, cells);
            // Going to another page only helps a row that begins here, and for which a page is high enough.
            var waits = piece is null || (piece.Rest is not null && !offer.IsTop && cells is null && !IsHigherThanAPage(sheet, room, rows[index], columns, y));
            if (waits && isFirst) return null;
            if (waits)
            {
                next = new Left(index, cells);
                break;
            }
            placed.Add((rows[index], piece!, y));
            y += piece!.Height;
            if (piece.Rest is null) continue;
            next = new Left(index, piece.Rest);
            break;
        }
        return new TablePiece(this, head, placed, look, isContinued: rest is not null, y, next);
    }

    private bool IsHigherThanAPage(Sheet sheet, Room room, TableRow row, (double X, double Width)[] columns, double headHeight) =>
        Lay(sheet, room with { Height = double.MaxValue, IsTop = true }, row, columns, null)!.Height > room.Whole - headHeight;

    private static CellsPiece? Lay(Sheet sheet, Room room, TableRow row, (double X, double Width)[] columns, object? rest)
    {
        var places = new (double X, double Width)[row.Cells.Count];
        var column = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var last = Math.Min(column + row.Spans[i], columns.Length) - 1;
            places[i] = (columns[column].X, columns[last].X + columns[last].Width - columns[column].X);
            column += row.Spans[i];
        }
        return CellsLayout.Lay(sheet, room, row.Cells, places, rest);
    }

    private double NaturalWidth(Sheet sheet, int column)
    {
        var widest = 0d;
        foreach (var row in head.Concat(rows))
        {
            var at = 0;
            for (var i = 0; i < row.Cells.Count && at <= column; at += row.Spans[i++])
                if (at == column && row.Spans[i] == 1) widest = Math.Max(widest, row.Cells[i].NaturalWidth(sheet));
        }
        return widest;
    }

    private sealed record Left(int Row, object? Cells);
}
