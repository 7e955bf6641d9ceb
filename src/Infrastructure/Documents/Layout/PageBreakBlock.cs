namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>What follows in the column begins a new page.</summary>
internal sealed class PageBreakBlock : Block
{
    public override double NaturalWidth(Sheet sheet) => 0;

    public override Piece Lay(Sheet sheet, Room room, object? rest) => EmptyBlock.Nothing;
}
