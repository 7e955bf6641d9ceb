using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>A table: its columns, its head, its rows.</summary>
public sealed class TableDesign
{
    private readonly TextStyle style;
    private readonly List<Track> tracks = [];
    private readonly List<TableRow> head = [], rows = [];
    private TextStyle headStyle;
    private (double Across, double Down) padding = (6, 4);
    private Ink? line = Ink.Hairline, stripe;
    private Ink headLine = Ink.Black;

    internal TableDesign(TextStyle style) => (this.style, headStyle) = (style, style.Bold());

    /// <summary>A column of a given width, in points.</summary>
    public void Fixed(double points) => tracks.Add(new Track(TrackKind.Fixed, points));

    /// <summary>A column that takes a share of what the others leave.</summary>
    public void Share(double weight = 1) => tracks.Add(new Track(TrackKind.Share, weight));

    /// <summary>A column as wide as its widest cell.</summary>
    public void Content() => tracks.Add(new Track(TrackKind.Content, 0));

    /// <summary>Room in every cell: at the sides, and above and below. Outer cells are flush with the text around the table.</summary>
    public void CellPadding(double across, double down) => padding = (across, down);

    /// <summary>Colours: between the rows (null for no lines), below the head and above sums, behind every other row (null for none).</summary>
    public void Lines(Ink? between, Ink belowHead, Ink? stripes = null) => (line, headLine, stripe) = (between, belowHead, stripes);

    /// <summary>How the head is set.</summary>
    public void HeadStyle(Func<TextStyle, TextStyle> change) => headStyle = change(style);

    /// <summary>The head; it stands again on every page the table goes on over. Says its cells.</summary>
    public void Head(Action<TableRowDesign> compose) => head.Add(Row(compose, headStyle, isHead: true));

    /// <summary>A row. Says its cells.</summary>
    public void Row(Action<TableRowDesign> compose) => rows.Add(Row(compose, style, isHead: false));

    /// <summary>A row of sums, below a line.</summary>
    public void Sum(Action<TableRowDesign> compose)
    {
        var row = Row(compose, style.Bold(), isHead: false);
        row.IsSum = true;
        rows.Add(row);
    }

    internal Block Block() => new TableBlock(tracks, head, rows, new TableLook(line, headLine, stripe));

    private TableRow Row(Action<TableRowDesign> compose, TextStyle rowStyle, bool isHead)
    {
        if (tracks.Count == 0) throw new InvalidOperationException("Say the columns of a table before its rows.");
        var design = new TableRowDesign(rowStyle, tracks.Count, padding, isFlush: stripe is null, isHead);
        compose(design);
        return design.Row();
    }
}
