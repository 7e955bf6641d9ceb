namespace CrmStudio.App.Loans.Queries;

/// <summary>What came into the stages lately, and what should: the goal rails and the sparklines of the board.</summary>
/// <param name="Stages">By stage; a stage nothing came into and nobody set a goal for is not among them.</param>
/// <param name="Whose">Whose loans and goals, in words: "Harborline Lending", "Ana Reyes".</param>
/// <param name="Month">First day of the month goals are counted in.</param>
/// <param name="At">When it was read.</param>
public sealed record LoanPace(IReadOnlyDictionary<Guid, LoanStagePace> Stages, string Whose, DateOnly Month, DateTimeOffset At)
{
    /// <summary>Weeks a sparkline has: seven days each, the last one ends today.</summary>
    public const int Weeks = 12;
}

/// <summary>One stage. A loan counts once, however often it came; coming back from a later stage does not count.</summary>
/// <param name="Weeks">Loans that came in, by week, oldest first.</param>
/// <param name="Loans">Loans of the officers with goals that came in this month.</param>
/// <param name="Amount">What they are worth today; null for who sees no amounts.</param>
/// <param name="GoalLoans">Loans that should; null without such a goal.</param>
/// <param name="GoalAmount">Dollars that should; null without such a goal, and for who sees no amounts.</param>
/// <param name="Goals">How many people's goals are added up.</param>
public sealed record LoanStagePace(IReadOnlyList<int> Weeks, int Loans, decimal? Amount, int? GoalLoans, decimal? GoalAmount, int Goals)
{
    /// <summary>How much of the goal is reached, in whole percent, rounded down so that 100 means reached. Of the amount where one is asked for, else of the loans.</summary>
    public int? Percent => GoalAmount is { } amount ? (int)Math.Min(999, Math.Floor((Amount ?? 0) * 100m / amount)) : GoalLoans is { } loans ? (int)Math.Min(999L, Loans * 100L / loans) : null;
}
