namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>Nothing; what a slot holds that nobody filled.</summary>
internal sealed class EmptyBlock : Block
{
    public static EmptyBlock Instance { get; } = new();

    public static Piece Nothing { get; } = new NothingPiece();

    public override double NaturalWidth(Sheet sheet) => 0;

    public override Piece Lay(Sheet sheet, Room room, object? rest) => Nothing;

    private sealed class NothingPiece : Piece
    {
        public override void Paint(Painter painter, Box box)
        {
        }
    }
}
