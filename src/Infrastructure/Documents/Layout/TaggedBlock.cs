namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A block that is an element of the structure, may be led to, or leads somewhere.</summary>
/// <param name="child">The block.</param>
/// <param name="tag">Standard structure type; null for none.</param>
internal sealed class TaggedBlock(Slot child, string? tag) : Block
{
    /// <summary>Name of a section that begins here.</summary>
    public string? Section { get; init; }

    /// <summary>Entry of the outline that leads here.</summary>
    public (int Level, string Title)? Outline { get; init; }

    /// <summary>Where a click on it leads.</summary>
    public string? Link { get; init; }

    /// <summary>Attributes of the element, as PDF syntax.</summary>
    public string? Attributes { get; init; }

    public override bool StaysWithNext => child.Block.StaysWithNext;

    public override double NaturalWidth(Sheet sheet) => child.Block.NaturalWidth(sheet);

    public override Piece? Lay(Sheet sheet, Room room, object? rest) =>
        child.Block.Lay(sheet, room, rest) is { } piece ? new TaggedPiece(this, piece, isFirst: rest is null) : null;

    private void Paint(Painter painter, Box box, Piece piece, bool isFirst)
    {
        if (isFirst && !painter.IsArtifact)
        {
            if (Section is { } section) painter.Sections[section] = (painter.Page, box.Y);
            if (Outline is var (level, title)) painter.Outline.Add(new OutlineEntry(level, title, painter.Page, box.Y));
        }
        var node = tag is null || painter.IsArtifact ? null : painter.Open(this, tag, Attributes);
        piece.Paint(painter, box);
        if (Link is { } link) painter.LinkArea(link, box, node);
        if (node is not null) painter.Close();
    }

    private sealed class TaggedPiece : Piece
    {
        private readonly TaggedBlock block;
        private readonly Piece child;
        private readonly bool isFirst;

        public TaggedPiece(TaggedBlock block, Piece child, bool isFirst)
        {
            (this.block, this.child, this.isFirst) = (block, child, isFirst);
            (Height, Rest) = (child.Height, child.Rest);
        }

        public override void Paint(Painter painter, Box box) => block.Paint(painter, box, child, isFirst);
    }
}
