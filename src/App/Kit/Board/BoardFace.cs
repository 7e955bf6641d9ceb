using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.Board;

/// <summary>A card with what is shown of it.</summary>
/// <param name="Card">The record.</param>
/// <param name="Key">Its id.</param>
/// <param name="Name">What it is called when it is read out.</param>
/// <param name="Look">Classes of the card.</param>
/// <param name="Amount">Its amount for the script's sums; null where no amounts are seen.</param>
/// <param name="IsFixed">Whether it may not be moved.</param>
/// <param name="Pieces">Its inside.</param>
internal sealed record BoardFace<TCard>(TCard Card, string Key, string Name, string Look, string? Amount, bool IsFixed, IReadOnlyList<Piece> Pieces)
{
    /// <summary>Whether it shows this record as it is to be shown.</summary>
    public bool Shows(TCard card, bool hasAmount, bool isFixed) =>
        isFixed == IsFixed && hasAmount == Amount is not null && EqualityComparer<TCard>.Default.Equals(Card, card);
}
