namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>Blocks below each other, over as many pages as they need.</summary>
internal sealed class ColumnBlock(IReadOnlyList<Block> items, double spacing) : Block
{
    public override double NaturalWidth(Sheet sheet) => items.Count == 0 ? 0 : items.Max(item => item.NaturalWidth(sheet));

    public override Piece? Lay(Sheet sheet, Room room, object? rest)
    {
        var (index, child) = rest is Left left ? (left.Index, left.Child) : (0, null);
        var placed = new List<(Piece Piece, double Y)>();
        var y = 0d;
        Left? next = null;
        for (; index < items.Count; index++, child = null)
        {
            var isTop = room.IsTop && placed.Count == 0;
            if (items[index] is PageBreakBlock)
            {
                if (isTop) continue;
                next = new Left(index + 1, null);
                break;
            }

            var at = placed.Count == 0 ? 0 : y + spacing;
            var piece = items[index].Lay(sheet, room with { Height = room.Height - at, IsTop = isTop }, child);
            if (piece is null)
            {
                // A heading goes with what it stands above.
                while (placed.Count > 1 && items[index - 1].StaysWithNext)
                {
                    placed.RemoveAt(placed.Count - 1);
                    (index, child) = (index - 1, null);
                }
                if (placed.Count == 1 && index > 0 && items[index - 1].StaysWithNext && !room.IsTop) return null;
                next = new Left(index, child);
                break;
            }
            placed.Add((piece, at));
            y = at + piece.Height;
            if (piece.Rest is null) continue;
            next = new Left(index, piece.Rest);
            break;
        }

        if (next is { Index: var end } && end >= items.Count) next = null;
        if (placed.Count == 0 && next is not null) return null;
        return new ColumnPiece(placed, next);
    }

    private sealed record Left(int Index, object? Child);

    private sealed class ColumnPiece : Piece
    {
        private readonly List<(Piece Piece, double Y)> placed;

        public ColumnPiece(List<(Piece Piece, double Y)> placed, Left? next)
        {
            this.placed = placed;
            Rest = next;
            if (placed.Count > 0) Height = placed[^1].Y + placed[^1].Piece.Height;
        }

        public override void Paint(Painter painter, Box box)
        {
            if (placed.Count > 1) painter.LeaveCell();
            foreach (var (piece, y) in placed) piece.Paint(painter, new Box(box.X, box.Y + y, box.Width, piece.Height));
        }
    }
}
