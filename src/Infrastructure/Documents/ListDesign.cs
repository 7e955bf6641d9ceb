using System.Globalization;
using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>A list.</summary>
public sealed class ListDesign
{
    private readonly TextStyle style;
    private readonly bool isNumbered;
    private readonly List<Slot> items = [];
    private double spacing = 3, indent;

    internal ListDesign(TextStyle style, bool isNumbered) => (this.style, this.isNumbered, indent) = (style, isNumbered, style.Size * 1.5);

    /// <summary>Room between two items, in points.</summary>
    public void Spacing(double points) => spacing = points;

    /// <summary>How far the items stand in, in points.</summary>
    public void Indent(double points) => indent = points;

    /// <summary>A slot for the next item.</summary>
    public Slot Item()
    {
        var slot = new Slot(style);
        items.Add(slot);
        return slot;
    }

    internal void Into(Slot slot)
    {
        var list = Tagged(slot, "L", isNumbered ? "<</O/List/ListNumbering/Decimal>>" : "<</O/List/ListNumbering/Disc>>");
        list.Column(column =>
        {
            column.Spacing(spacing);
            for (var i = 0; i < items.Count; i++)
            {
                var (item, number) = (items[i], i + 1);
                Tagged(column.Item(), "LI").Row(row =>
                {
                    var label = isNumbered ? string.Create(CultureInfo.InvariantCulture, $"{number}.") : "•";
                    Tagged(row.Fixed(indent), "Lbl").Text(label, label => label.Tabular());
                    Tagged(row.Share(), "LBody").Fill(item.Block);
                });
            }
        });
    }

    private static Slot Tagged(Slot slot, string tag, string? attributes = null)
    {
        var inner = new Slot(slot.TextStyle);
        slot.Fill(new TaggedBlock(inner, tag) { Attributes = attributes });
        return inner;
    }
}
