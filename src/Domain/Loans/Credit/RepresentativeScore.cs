using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Credit;

/// <summary>The one score that stands for a borrower, and for the loan (Fannie Mae Selling Guide B3-5.1-02), with its way.</summary>
public static class RepresentativeScore
{
    private const string Citation = "Fannie Mae Selling Guide B3-5.1-02";

    /// <summary>One borrower's: the middle of three scores, the lower of two, the one there is.</summary>
    /// <param name="borrower">The borrower's name.</param>
    /// <param name="scores">What the bureaus answered.</param>
    public static Figure OfBorrower(string borrower, IReadOnlyList<ScoreLine> scores)
    {
        var known = scores.Where(line => line.Score is not null).OrderBy(line => line.Score).ToList();
        if (known.Count == 0) return Figure.Lacking("score", borrower, FigureUnit.Points, "a score", Citation);

        var (taken, because) = known.Count switch
        {
            1 => (known[0], "the only score"),
            2 => (known[0], "the lower of two"),
            _ => (known[known.Count / 2], "the middle of three"),
        };
        return new("score", borrower, taken.Score, FigureUnit.Points,
        [
            .. scores.OrderBy(line => line.Bureau).Select(line => new FigureStep($"{line.Bureau}", line.Score, FigureUnit.Points, line.Score is null ? "no score" : null)),
            new("Stands for the borrower", taken.Score, FigureUnit.Points, because),
        ], Citation);
    }

    /// <summary>The loan's: the lowest of the borrowers'. A borrower without a score is left out.</summary>
    public static Figure OfLoan(IReadOnlyList<Figure> borrowers)
    {
        var known = borrowers.Where(figure => figure.Value is not null).ToList();
        if (known.Count == 0) return Figure.Lacking("representative-score", "Representative score", FigureUnit.Points, "a score", Citation);
        var lowest = known.Min(figure => figure.Value);
        return new("representative-score", "Representative score", lowest, FigureUnit.Points,
        [
            .. borrowers.Select(figure => new FigureStep(figure.Label, figure.Value, FigureUnit.Points, figure.Value is null ? "no score: left out" : figure.Steps[^1].Because)),
            new("Stands for the loan", lowest, FigureUnit.Points, known.Count == 1 ? "the only borrower’s with a score" : "the lowest of the borrowers’"),
        ], Citation);
    }
}
