namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>What of a block stands on one page.</summary>
internal abstract class Piece
{
    /// <summary>Height in points.</summary>
    public double Height { get; protected init; }

    /// <summary>Where the block goes on; null when this was the end of it.</summary>
    public object? Rest { get; protected init; }

    /// <summary>Paints the piece. The box may be larger than the piece, where neighbours made it so.</summary>
    public abstract void Paint(Painter painter, Box box);
}
