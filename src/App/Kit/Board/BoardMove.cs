using CrmStudio.Domain.Common;

namespace CrmStudio.App.Kit.Board;

/// <summary>Cards were let go over another column or outcome. The page carries it out, or refuses and they go back.</summary>
/// <param name="cardIds">Keys of the cards, at least one.</param>
/// <param name="toColumnId">Id of the column or outcome.</param>
public sealed class BoardMove(IReadOnlyList<string> cardIds, string toColumnId)
{
    /// <summary>Keys of the cards.</summary>
    public IReadOnlyList<string> CardIds { get; } = cardIds;

    /// <summary>Id of the column or outcome.</summary>
    public string ToColumnId { get; } = toColumnId;

    /// <summary>Why none of them may move, once refused.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Keys of those that did not move while others did, or that nobody was asked about in the end. The page says why.</summary>
    public IReadOnlyList<string> Stayed { get; private set; } = [];

    /// <summary>Sends all cards back and shows why. Takes what a use case answered: null changes nothing.</summary>
    public void Refuse(Refusal? refusal) => Refusal = refusal;

    /// <summary>Sends some cards back; they stay selected.</summary>
    public void LeaveBehind(IEnumerable<string> cardIds) => Stayed = [.. cardIds];
}
