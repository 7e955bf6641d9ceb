using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>Things below each other.</summary>
public sealed class ColumnDesign
{
    private readonly TextStyle style;
    private readonly List<Func<Block>> items = [];
    private double spacing;

    internal ColumnDesign(TextStyle style) => this.style = style;

    /// <summary>Room between two things, in points.</summary>
    public void Spacing(double points) => spacing = points;

    /// <summary>A slot for the next thing.</summary>
    public Slot Item()
    {
        var slot = new Slot(style);
        items.Add(() => slot.Block);
        return slot;
    }

    /// <summary>What follows begins a new page.</summary>
    public void PageBreak() => items.Add(static () => new PageBreakBlock());

    internal Block Block() => new ColumnBlock([.. items.Select(item => item())], spacing);
}
