namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A row of a table.</summary>
internal sealed class TableRow
{
    public List<Block> Cells { get; } = [];

    /// <summary>How many columns each cell takes.</summary>
    public List<int> Spans { get; } = [];

    /// <summary>Which cells head their row or column.</summary>
    public List<bool> AreHeads { get; } = [];

    /// <summary>A line above the row that is heavier than the others, as above a sum.</summary>
    public bool IsSum { get; set; }
}

/// <summary>Lines and stripes of a table.</summary>
/// <param name="Line">Colour of the hairlines between rows; null for none.</param>
/// <param name="HeadLine">Colour of the line below the head and above sums.</param>
/// <param name="Stripe">Colour behind every other row; null for none.</param>
internal sealed record TableLook(Ink? Line, Ink HeadLine, Ink? Stripe)
{
    public const double LineWidth = .4, HeadLineWidth = .8;
}
