namespace CrmStudio.App.Kit.Board;

/// <summary>A column with the cards drawn in it, in their order.</summary>
/// <typeparam name="TCard">The record a card is drawn from; equal records are not drawn again.</typeparam>
public sealed record BoardColumn<TCard> : BoardColumn
{
    /// <summary>The cards, at most as many as <see cref="BoardColumn.Count"/>.</summary>
    public required IReadOnlyList<TCard> Cards { get; init; }
}
