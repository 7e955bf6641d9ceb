namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A block that is only looked at: no reader reads it out.</summary>
internal sealed class OrnamentBlock(Slot child) : Block
{
    public override double NaturalWidth(Sheet sheet) => child.Block.NaturalWidth(sheet);

    public override Piece? Lay(Sheet sheet, Room room, object? rest) => child.Block.Lay(sheet, room, rest) is { } piece ? new OrnamentPiece(piece) : null;

    private sealed class OrnamentPiece : Piece
    {
        private readonly Piece child;

        public OrnamentPiece(Piece child) => (this.child, Height, Rest) = (child, child.Height, child.Rest);

        public override void Paint(Painter painter, Box box)
        {
            var before = painter.IsArtifact;
            painter.IsArtifact = true;
            child.Paint(painter, box);
            painter.IsArtifact = before;
        }
    }
}
