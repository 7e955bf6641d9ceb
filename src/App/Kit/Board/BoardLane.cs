namespace CrmStudio.App.Kit.Board;

/// <summary>A row across the columns: the cards of one person.</summary>
/// <param name="Id">Tells which cards stand in it.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Person">The person's name for the mark beside it; null for a lane of nobody.</param>
/// <param name="Count">Records in the lane, also those not drawn yet.</param>
/// <param name="Sum">Sum of their amounts; null for members who see no amounts.</param>
/// <param name="Counts">Records by column.</param>
public sealed record BoardLane(string Id, string Name, string? Person, int Count, decimal? Sum, IReadOnlyDictionary<string, int> Counts);
