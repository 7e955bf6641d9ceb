using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>
/// A place in a document that takes one thing: text, a picture, a column of slots. What surrounds it is said first:
/// <c>slot.Padding(8).Background(ink).Text("…")</c>.
/// </summary>
public sealed partial class Slot
{
    private Block? block;

    internal Slot(TextStyle style) => TextStyle = style;

    /// <summary>How text in the slot is set unless it says otherwise.</summary>
    public TextStyle TextStyle { get; }

    internal Block Block => block ?? EmptyBlock.Instance;

    internal void Fill(Block with) => block = block is null ? with : throw new InvalidOperationException("The slot is taken. A column holds several things.");

    private Slot Wrap(Func<Slot, Block> around, TextStyle? style = null)
    {
        var inner = new Slot(style ?? TextStyle);
        Fill(around(inner));
        return inner;
    }
}
