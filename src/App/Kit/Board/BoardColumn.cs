namespace CrmStudio.App.Kit.Board;

/// <summary>The head of a column.</summary>
public record BoardColumn
{
    /// <summary>Id of the stage, given back by a move.</summary>
    public required string Id { get; init; }

    /// <summary>The stage's name.</summary>
    public required string Name { get; init; }

    /// <summary>1 to 12: colour of the dot.</summary>
    public required int Color { get; init; }

    /// <summary>Records in the stage, also those not drawn yet.</summary>
    public required int Count { get; init; }

    /// <summary>Sum of the amounts; null for members who see no amounts: then nothing about money is drawn.</summary>
    public decimal? Sum { get; init; }

    /// <summary>Sum weighted by the stage's probability.</summary>
    public decimal? Weighted { get; init; }

    /// <summary>Chance in percent that a record here succeeds: shown while a card is dragged.</summary>
    public decimal? Probability { get; init; }

    /// <summary>What the stage stands for or asks for: shown on the head and where a card would drop.</summary>
    public string? Hint { get; init; }

    /// <summary>How much of its goal is reached; null where there is none.</summary>
    public BoardGoal? Goal { get; init; }

    /// <summary>How it did lately; null when that is not known.</summary>
    public BoardTrend? Trend { get; init; }

    /// <summary>Drawn as a narrow spine until unfolded.</summary>
    public bool StartsFolded { get; init; }
}
