using CrmStudio.App.Loans.Views;

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

    /// <summary>Loans with an amount: what the average is of.</summary>
    public int Amounts { get; init; }

    /// <summary>Loans with an LTV.</summary>
    public int Ltvs { get; init; }

    /// <summary>The figures after a cell of a row was changed. Null where more would have to be known: other cells, and a filter the row may now fall out of.</summary>
    /// <param name="was">The row before.</param>
    /// <param name="now">The row after.</param>
    /// <param name="cell">One of <see cref="LoanCells"/>.</param>
    /// <param name="filter">What the figures are about.</param>
    /// <param name="probability">Of the row's stage, in percent.</param>
    /// <param name="today">The organization's day.</param>
    public LoanGridFigures? With(LoanGridRow was, LoanGridRow now, string cell, LoanFilter filter, decimal probability, DateOnly today)
    {
        bool asks(LoanField field) => filter.Conditions.Any(condition => condition.Field == field);
        if (cell == LoanCells.Closing && !asks(LoanField.Closing)) return this with { ClosingSoon = ClosingSoon - Soon(was, today) + Soon(now, today) };
        if (cell != LoanCells.Amount || asks(LoanField.Amount)) return null;
        if (Sum is not { } sum) return this;

        var (amounts, ltvs, more) = (Amounts - One(was.Amount) + One(now.Amount), Ltvs - One(was.Ltv) + One(now.Ltv), (now.Amount ?? 0) - (was.Amount ?? 0));
        return this with
        {
            Sum = sum + more, Weighted = Weighted + more * probability / 100m, Amounts = amounts, Ltvs = ltvs,
            Average = amounts == 0 ? null : (sum + more) / amounts, AverageLtv = ltvs == 0 ? null : ((AverageLtv ?? 0) * Ltvs - (was.Ltv ?? 0) + (now.Ltv ?? 0)) / ltvs,
        };
    }

    private static int One(decimal? value) => value is null ? 0 : 1;

    private static int Soon(LoanGridRow row, DateOnly today) => row.ClosingOn is { } day && day >= today && day <= today.AddDays(SoonDays) ? 1 : 0;
}
