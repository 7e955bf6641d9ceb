namespace CrmStudio.App.Kit.Board;

/// <summary>A verb was chosen for cards.</summary>
/// <param name="VerbId">Which.</param>
/// <param name="CardIds">For which.</param>
public sealed record BoardAct(string VerbId, IReadOnlyList<string> CardIds);
