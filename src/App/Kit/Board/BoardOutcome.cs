namespace CrmStudio.App.Kit.Board;

/// <summary>A way a record ends, offered on the strip below the board while a card is dragged, and in its menu.</summary>
/// <param name="Id">Given back by the drop.</param>
/// <param name="Name">What it is called: "Withdrawn".</param>
/// <param name="Icon">Symbol of <c>img/icons.svg</c>, without the <c>i-</c>.</param>
public sealed record BoardOutcome(string Id, string Name, string Icon);
