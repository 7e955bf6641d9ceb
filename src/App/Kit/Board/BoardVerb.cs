namespace CrmStudio.App.Kit.Board;

/// <summary>Something to do with cards other than moving them, in their menu.</summary>
/// <param name="Id">Given back when it is chosen.</param>
/// <param name="Name">What it does: "Give to another officer…".</param>
/// <param name="Icon">Symbol of <c>img/icons.svg</c>, without the <c>i-</c>.</param>
public sealed record BoardVerb(string Id, string Name, string Icon);
