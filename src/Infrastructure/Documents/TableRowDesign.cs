using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>The cells of a row.</summary>
public sealed class TableRowDesign
{
    private readonly TextStyle style;
    private readonly int columns;
    private readonly (double Across, double Down) padding;
    private readonly bool isFlush, isHead;
    private readonly List<(Slot Outer, int Span, bool IsHead)> cells = [];
    private int column;

    internal TableRowDesign(TextStyle style, int columns, (double Across, double Down) padding, bool isFlush, bool isHead) =>
        (this.style, this.columns, this.padding, this.isFlush, this.isHead) = (style, columns, padding, isFlush, isHead);

    /// <summary>The next cell, over one column or more.</summary>
    public Slot Cell(int span = 1) => Add(span, isHead);

    /// <summary>The next cell, when it says what its row is about.</summary>
    public Slot RowHead(int span = 1) => Add(span, true);

    internal TableRow Row()
    {
        while (column < columns) Cell();
        var row = new TableRow();
        foreach (var (slot, span, isHeadCell) in cells)
        {
            row.Cells.Add(slot.Block);
            row.Spans.Add(span);
            row.AreHeads.Add(isHeadCell);
        }
        return row;
    }

    private Slot Add(int span, bool isHeadCell)
    {
        if (column + span > columns) throw new InvalidOperationException("The row has more cells than the table has columns.");
        var slot = new Slot(style);
        cells.Add((slot, span, isHeadCell));
        var (isFirst, isLast) = (column == 0, column + span == columns);
        column += span;
        return slot.Padding(isFirst && isFlush ? 0 : padding.Across, padding.Down, isLast && isFlush ? 0 : padding.Across, padding.Down);
    }
}
