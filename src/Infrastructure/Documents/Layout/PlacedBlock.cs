namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A block of a given size or place inside of the room it gets.</summary>
/// <param name="child">The block.</param>
/// <param name="width">Its width; null for its own when it is placed, for all there is when it is not.</param>
/// <param name="minHeight">The least height it takes.</param>
/// <param name="across">Where it stands across the room: 0 left, ½ middle, 1 right; null to fill it.</param>
/// <param name="down">Where it stands down the room: 0 top, ½ middle, 1 bottom; null to fill it.</param>
internal sealed class PlacedBlock(Slot child, double? width, double minHeight, double? across, double? down) : Block
{
    public override bool StaysWithNext => child.Block.StaysWithNext;

    public override double NaturalWidth(Sheet sheet) => width ?? child.Block.NaturalWidth(sheet);

    public override Piece? Lay(Sheet sheet, Room room, object? rest)
    {
        var own = Math.Min(width ?? (across is null ? room.Width : child.Block.NaturalWidth(sheet) + Room.Tolerance), room.Width);
        if (!room.Holds(minHeight) && !room.IsTop) return null;
        return child.Block.Lay(sheet, room with { Width = own }, rest) is { } piece ? new PlacedPiece(piece, own, Math.Max(piece.Height, rest is null ? minHeight : 0), across ?? 0, down) : null;
    }

    private sealed class PlacedPiece : Piece
    {
        private readonly Piece child;
        private readonly double width, across;
        private readonly double? down;

        public PlacedPiece(Piece child, double width, double height, double across, double? down)
        {
            (this.child, this.width, this.across, this.down) = (child, width, across, down);
            (Height, Rest) = (height, child.Rest);
        }

        public override void Paint(Painter painter, Box box)
        {
            var (top, height) = down is { } place ? ((box.Height - child.Height) * place, child.Height) : (0, Math.Max(box.Height, Height));
            child.Paint(painter, new Box(box.X + (box.Width - width) * across, box.Y + top, width, height));
        }
    }
}
