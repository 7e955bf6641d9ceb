using CrmStudio.Infrastructure.Documents.Pdf;

namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A block with room around it, a ground behind it and lines at its sides.</summary>
/// <param name="child">The block.</param>
/// <param name="around">Room between the lines and the block.</param>
/// <param name="ground">Colour behind it; null for none.</param>
/// <param name="radius">How round the corners of the ground are.</param>
/// <param name="lines">How thick the line at each side is.</param>
/// <param name="ink">Colour of the lines.</param>
internal sealed class DecoratedBlock(Slot child, Sides around, Ink? ground, double radius, Sides lines, Ink ink) : Block
{
    public override bool StaysWithNext => child.Block.StaysWithNext;

    public override double NaturalWidth(Sheet sheet) => child.Block.NaturalWidth(sheet) + around.Left + around.Right;

    public override Piece? Lay(Sheet sheet, Room room, object? rest)
    {
        var inner = room with { Width = room.Width - around.Left - around.Right, Height = room.Height - around.Top - around.Bottom, Whole = room.Whole - around.Top - around.Bottom };
        return child.Block.Lay(sheet, inner, rest) is { } piece ? new DecoratedPiece(this, piece, around) : null;
    }

    private void Decorate(PageCanvas canvas, Box box)
    {
        if (ground is { } color)
        {
            canvas.Fill(color);
            if (radius > 0) canvas.RoundedRectangle(box.X, box.Y, box.Width, box.Height, radius);
            else canvas.Rectangle(box.X, box.Y, box.Width, box.Height);
        }
        if (lines.IsNone) return;
        canvas.Fill(ink);
        if (lines.Top > 0) canvas.Rectangle(box.X, box.Y, box.Width, lines.Top);
        if (lines.Bottom > 0) canvas.Rectangle(box.X, box.Y + box.Height - lines.Bottom, box.Width, lines.Bottom);
        if (lines.Left > 0) canvas.Rectangle(box.X, box.Y, lines.Left, box.Height);
        if (lines.Right > 0) canvas.Rectangle(box.X + box.Width - lines.Right, box.Y, lines.Right, box.Height);
    }

    private sealed class DecoratedPiece : Piece
    {
        private readonly DecoratedBlock block;
        private readonly Piece child;
        private readonly Sides around;

        public DecoratedPiece(DecoratedBlock block, Piece child, Sides around)
        {
            (this.block, this.child, this.around) = (block, child, around);
            (Height, Rest) = (child.Height + around.Top + around.Bottom, child.Rest);
        }

        public override void Paint(Painter painter, Box box)
        {
            if (block.IsSeen) painter.Decorate(canvas => block.Decorate(canvas, box));
            child.Paint(painter, new Box(box.X + around.Left, box.Y + around.Top, box.Width - around.Left - around.Right, box.Height - around.Top - around.Bottom));
        }
    }

    private bool IsSeen => ground is not null || !lines.IsNone;
}
