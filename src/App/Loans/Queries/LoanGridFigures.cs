namespace CrmStudio.App.Loans.Queries;

/// <summary>What stands at the foot of the grid. Sums only for who sees amounts; nothing but the count where not everything was counted.</summary>
/// <param name="Count">Loans that match, at most one more than <see cref="Cap"/>.</param>
/// <param name="LocksSoonest">The first lock to run out.</param>
/// <param name="ClosingSoon">Closings within two weeks.</param>
public sealed record LoanGridFigures(int Count, decimal? Sum, decimal? Weighted, decimal? Average, decimal? AverageLtv, DateOnly? LocksSoonest, int? ClosingSoon)
{
    /// <summary>Loans counted exactly; more are "10,000+".</summary>
    public const int Cap = 10_000;

    /// <summary>Days "soon" reaches.</summary>
    public const int SoonDays = 14;

    /// <summary>Whether there are more than were counted.</summary>
    public bool IsCapped => Count > Cap;
}
