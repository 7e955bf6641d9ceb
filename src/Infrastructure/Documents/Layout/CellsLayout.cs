namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>Blocks side by side; what rows and rows of tables share. Those that do not fit go on together on the next page.</summary>
internal static class CellsLayout
{
    private static readonly object done = new();

    /// <summary>Lays blocks out beside each other. Null when one of them does not fit.</summary>
    public static CellsPiece? Lay(Sheet sheet, Room room, IReadOnlyList<Block> cells, IReadOnlyList<(double X, double Width)> places, object? rest)
    {
        var left = rest as object?[];
        var pieces = new Piece?[cells.Count];
        var next = new object?[cells.Count];
        var (height, goesOn) = (0d, false);
        for (var i = 0; i < cells.Count; i++)
        {
            next[i] = done;
            if (ReferenceEquals(left?[i], done)) continue;
            if (cells[i].Lay(sheet, room with { Width = places[i].Width }, left?[i]) is not { } piece) return null;
            pieces[i] = piece;
            height = Math.Max(height, piece.Height);
            if (piece.Rest is null) continue;
            next[i] = piece.Rest;
            goesOn = true;
        }
        return new CellsPiece(pieces, places, height, goesOn ? next : null);
    }
}

/// <summary>Pieces side by side, all as high as the highest.</summary>
internal sealed class CellsPiece : Piece
{
    private readonly Piece?[] pieces;
    private readonly IReadOnlyList<(double X, double Width)> places;

    public CellsPiece(Piece?[] pieces, IReadOnlyList<(double X, double Width)> places, double height, object? rest)
    {
        (this.pieces, this.places) = (pieces, places);
        (Height, Rest) = (height, rest);
    }

    public int Count => pieces.Length;

    public override void Paint(Painter painter, Box box)
    {
        painter.LeaveCell();
        for (var i = 0; i < pieces.Length; i++) Paint(painter, box, i);
    }

    public void Paint(Painter painter, Box box, int cell) => pieces[cell]?.Paint(painter, new Box(box.X + places[cell].X, box.Y, places[cell].Width, box.Height));
}
