namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A block that is not divided between pages, as long as one page can hold it.</summary>
internal sealed class WholeBlock(Slot child) : Block
{
    public override bool StaysWithNext => child.Block.StaysWithNext;

    public override double NaturalWidth(Sheet sheet) => child.Block.NaturalWidth(sheet);

    public override Piece? Lay(Sheet sheet, Room room, object? rest) =>
        child.Block.Lay(sheet, room, rest) is { } piece && (piece.Rest is null || room.IsTop) ? piece : null;
}
