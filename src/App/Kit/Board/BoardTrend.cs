namespace CrmStudio.App.Kit.Board;

/// <summary>How a column did lately.</summary>
/// <param name="Points">A figure for each span, oldest first.</param>
/// <param name="Says">What they are, in a sentence.</param>
/// <param name="Latest">The last one in words, for members who see no sum: "3 this week".</param>
public sealed record BoardTrend(IReadOnlyList<int> Points, string Says, string Latest);
