using CrmStudio.Domain.Common;

namespace CrmStudio.App.Kit.Board;

/// <summary>A card was let go over another column. The page carries it out, or refuses and the card goes back.</summary>
/// <param name="cardId">Key of the card.</param>
/// <param name="toColumnId">Id of the column or outcome.</param>
public sealed class BoardMove(string cardId, string toColumnId)
{
    /// <summary>Key of the card.</summary>
    public string CardId { get; } = cardId;

    /// <summary>Id of the column or outcome.</summary>
    public string ToColumnId { get; } = toColumnId;

    /// <summary>Why it may not move, once refused.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Sends the card back and shows why. Takes what a use case answered: null changes nothing.</summary>
    public void Refuse(Refusal? refusal) => Refusal = refusal;
}
