using CrmStudio.Infrastructure.Documents.Layout;
using CrmStudio.Infrastructure.Documents.Typesetting;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>What a slot can hold.</summary>
public sealed partial class Slot
{
    /// <summary>A paragraph of one style.</summary>
    public void Text(string text, Func<TextStyle, TextStyle>? style = null, TextAlignment alignment = TextAlignment.Start) =>
        Fill(new TextBlock([new TextSpan(text, style?.Invoke(TextStyle) ?? TextStyle)], alignment, "P"));

    /// <summary>A paragraph of several styles, with links and page numbers.</summary>
    public void Text(Action<TextDesign> compose, TextAlignment alignment = TextAlignment.Start)
    {
        var text = new TextDesign(TextStyle);
        compose(text);
        Fill(new TextBlock(text.Spans, alignment, "P"));
    }

    /// <summary>A heading: stands in the outline, stays with what follows.</summary>
    /// <param name="level">1 to 6.</param>
    /// <param name="text">Its words.</param>
    /// <param name="style">How it is set; without it bold, larger the higher its level.</param>
    public void Heading(int level, string text, Func<TextStyle, TextStyle>? style = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 6);
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        var set = style?.Invoke(TextStyle) ?? TextStyle.Bold().Sized(TextStyle.Size + Math.Max(0, 8 - 2 * level)).Led(1.25);
        var inner = new Slot(TextStyle);
        inner.Fill(new TextBlock([new TextSpan(text, set)], TextAlignment.Start, $"H{level}"));
        Fill(new TaggedBlock(inner, null) { Outline = (level, TextCleaning.Clean(text).Replace('\n', ' ')) });
    }

    /// <summary>Things below each other, over as many pages as they need.</summary>
    public void Column(Action<ColumnDesign> compose)
    {
        var column = new ColumnDesign(TextStyle);
        compose(column);
        Fill(column.Block());
    }

    /// <summary>Things side by side.</summary>
    public void Row(Action<RowDesign> compose)
    {
        var row = new RowDesign(TextStyle);
        compose(row);
        Fill(row.Block());
    }

    /// <summary>A table.</summary>
    public void Table(Action<TableDesign> compose)
    {
        var table = new TableDesign(TextStyle);
        compose(table);
        Fill(table.Block());
    }

    /// <summary>A list: numbered, or with dots.</summary>
    public void List(bool isNumbered, Action<ListDesign> compose)
    {
        var list = new ListDesign(TextStyle, isNumbered);
        compose(list);
        list.Into(this);
    }

    /// <summary>A picture, as wide as said and as high as it follows from that.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="alternative">What it shows, in words, for who cannot see it; null for an ornament.</param>
    public void Image(DocumentImage picture, double width, string? alternative) =>
        Fill(new FigureBlock(width, width * picture.Height / picture.Width, alternative, picture, null));

    /// <summary>A drawing.</summary>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="alternative">What it shows, in words; null for an ornament.</param>
    /// <param name="draw">Draws it.</param>
    public void Drawing(double width, double height, string? alternative, Action<Pen> draw) => Fill(new FigureBlock(width, height, alternative, null, draw));

    /// <summary>A line across the slot.</summary>
    public void Rule(double thickness, Ink ink) => BorderTop(thickness, ink).Height(thickness);
}
