namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>Room for a block, in points.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">What is left of the page.</param>
/// <param name="Whole">What a page without anything on it would offer.</param>
/// <param name="IsTop">True when nothing stands above: going to another page would not help.</param>
internal readonly record struct Room(double Width, double Height, double Whole, bool IsTop)
{
    /// <summary>Differences below this come from adding up, not from the layout.</summary>
    public const double Tolerance = .01;

    public bool Holds(double height) => height <= Height + Tolerance;
}
