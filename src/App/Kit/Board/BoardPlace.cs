namespace CrmStudio.App.Kit.Board;

/// <summary>A column, or one lane's part of it.</summary>
/// <param name="ColumnId">The column.</param>
/// <param name="LaneId">The lane; null for the whole column.</param>
public sealed record BoardPlace(string ColumnId, string? LaneId);
