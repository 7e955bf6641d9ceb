namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>What will be told about one loan.</summary>
internal sealed record DemoLoanPlan
{
    /// <summary>Dice of this loan alone.</summary>
    public required Dice Dice { get; init; }

    /// <summary>Who works it.</summary>
    public required DemoPerson Officer { get; init; }

    /// <summary>What is borrowed.</summary>
    public required DemoTerms Terms { get; init; }

    /// <summary>How it came.</summary>
    public required string Source { get; init; }

    /// <summary>How it moved; the last move is where it is.</summary>
    public required IReadOnlyList<DemoMove> Moves { get; init; }

    /// <summary>How many earlier clients a "Past client" can be one of; 0 when it is somebody new.</summary>
    public int PastClients { get; init; }

    /// <summary>The borrower, where it is somebody in particular.</summary>
    public string? Borrower { get; init; }

    /// <summary>The other borrower, likewise.</summary>
    public string? CoBorrower { get; init; }

    /// <summary>The property, likewise.</summary>
    public (string Street, DemoPlaces.Town Town)? Property { get; init; }

    /// <summary>Days the rate lock has left; null for no lock.</summary>
    public int? LockDaysLeft { get; init; }

    /// <summary>Days to the planned closing.</summary>
    public int? ClosesIn { get; init; }

    /// <summary>How and when it ended without funding.</summary>
    public DemoEnd? End { get; init; }

    /// <summary>Days it has been in its stage, before any moved off a weekend.</summary>
    public int Days { get; init; }

    /// <summary>Whether nobody has touched it for too long.</summary>
    public bool IsIdle { get; init; }

    /// <summary>Whether it is the loan everybody is shown first.</summary>
    public bool IsShown { get; init; }

    /// <summary>Whether it stands on the board, not in the years behind.</summary>
    public bool OnBoard { get; init; }

    /// <summary>The stage it is in, 1 to 12.</summary>
    public int Stage => Moves[^1].Stage;

    public DateTimeOffset OpenedAt => Moves[0].At;

    /// <summary>When it last came to a stage.</summary>
    public DateTimeOffset? ReachedAt(int stage) => Moves.LastOrDefault(move => move.Stage == stage)?.At;
}

/// <summary>Coming to a stage, 1 to 12; with a reason when going back.</summary>
internal sealed record DemoMove(int Stage, DateTimeOffset At, string? Reason = null);

/// <summary>Leaving the pipeline without funding.</summary>
internal sealed record DemoEnd(string Ending, DateTimeOffset At, string Reason);
