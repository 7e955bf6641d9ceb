namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>
/// A part of a document. Laid out page by page: each time it answers with the piece that fits, and what is left goes on where the
/// piece says. A block never changes while it is laid out.
/// </summary>
internal abstract class Block
{
    /// <summary>A heading: it does not stand alone at the foot of a page.</summary>
    public virtual bool StaysWithNext => false;

    /// <summary>
    /// Lays out what fits. Null when nothing does; never null at the top of a page, where a block makes do with the room there is.
    /// </summary>
    /// <param name="sheet">What is known of the page.</param>
    /// <param name="room">The room there is.</param>
    /// <param name="rest">Where the piece before left off; null at the beginning.</param>
    public abstract Piece? Lay(Sheet sheet, Room room, object? rest);

    /// <summary>Width it takes when nothing limits it, in points.</summary>
    public abstract double NaturalWidth(Sheet sheet);
}
