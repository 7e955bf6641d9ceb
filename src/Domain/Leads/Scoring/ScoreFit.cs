namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>
/// Weights from an organization's own closed leads: logistic regression that is pulled towards the prior (L2), by Newton's method. The same leads give the
/// same weights.
/// </summary>
public static class ScoreFit
{
    /// <summary>Closed leads it takes before an organization's own history counts (engines.md).</summary>
    public const int Fewest = 200;

    /// <summary>Closed leads looked at, the latest first: what was true years ago is true no more.</summary>
    public const int Most = 20_000;

    /// <summary>Fewest of either kind: where all leads end alike there is nothing to learn.</summary>
    public const int FewestOfEither = 10;

    private const double Pull = 2.0;
    private const double Smallest = 1e-7;
    private const int Rounds = 50;

    /// <summary>Learns weights; null where there are too few leads, or all end alike.</summary>
    public static ScoreWeights? Learn(IReadOnlyList<ClosedLead> leads)
    {
        var won = leads.Count(lead => lead.BecameLoan);
        if (leads.Count < Fewest || won < FewestOfEither || leads.Count - won < FewestOfEither) return null;

        var (prior, n) = (ScoreWeights.Prior, ScoreFeatures.All.Count);
        double[] pulledTo = [0, .. prior.Weights], at = [prior.Intercept, .. prior.Weights];
        for (var round = 0; round < Rounds; round++)
        {
            var (slope, bend) = (new double[n + 1], new double[n + 1, n + 1]);
            foreach (var lead in leads) Add(lead, at, slope, bend);
            for (var j = 1; j <= n; j++)   // the intercept is free
            {
                slope[j] -= Pull * (at[j] - pulledTo[j]);
                bend[j, j] += Pull;
            }
            var step = Solve(bend, slope);
            // A whole step from far away can land further off: it is halved until it is one uphill.
            var (size, here) = (1.0, Fit(leads, at, pulledTo));
            double[] Next() => [.. at.Zip(step, (value, change) => value + size * change)];
            while (size > Smallest && Fit(leads, Next(), pulledTo) < here) size /= 2;
            at = Next();
            if (size * step.Max(Math.Abs) < Smallest) break;
        }
        return new ScoreWeights(at[0], at[1..], [.. Enumerable.Range(0, n).Select(j => leads.Average(lead => lead.Inputs[j]))]);
    }

    /// <summary>How well weights say what came, less what they are away from the prior: the higher, the better.</summary>
    private static double Fit(IReadOnlyList<ClosedLead> leads, double[] at, double[] pulledTo)
    {
        var fit = leads.Sum(lead =>
        {
            var logOdds = at[0];
            for (var j = 1; j < at.Length; j++) logOdds += at[j] * lead.Inputs[j - 1];
            var toOutcome = lead.BecameLoan ? logOdds : -logOdds;
            return toOutcome > 0 ? -Math.Log(1 + Math.Exp(-toOutcome)) : toOutcome - Math.Log(1 + Math.Exp(toOutcome));
        });
        for (var j = 1; j < at.Length; j++) fit -= Pull / 2 * (at[j] - pulledTo[j]) * (at[j] - pulledTo[j]);
        return fit;
    }

    private static void Add(ClosedLead lead, double[] at, double[] slope, double[,] bend)
    {
        double Input(int j) => j == 0 ? 1 : lead.Inputs[j - 1];
        var logOdds = at[0];
        for (var j = 1; j < at.Length; j++) logOdds += at[j] * lead.Inputs[j - 1];
        var chance = ScoreWeights.Chance(logOdds);
        var (miss, spread) = ((lead.BecameLoan ? 1 : 0) - chance, chance * (1 - chance));
        for (var j = 0; j < at.Length; j++)
        {
            var input = Input(j);
            if (input == 0) continue;
            slope[j] += miss * input;
            for (var k = 0; k < at.Length; k++) bend[j, k] += spread * input * Input(k);
        }
    }

    /// <summary>Solves a symmetric positive system by elimination with the largest pivot.</summary>
    private static double[] Solve(double[,] left, double[] right)
    {
        var n = right.Length;
        for (var j = 0; j < n; j++) left[j, j] += 1e-9;
        for (var column = 0; column < n; column++)
        {
            var pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(left[row, column]));
            if (pivot != column)
            {
                for (var k = 0; k < n; k++) (left[column, k], left[pivot, k]) = (left[pivot, k], left[column, k]);
                (right[column], right[pivot]) = (right[pivot], right[column]);
            }
            for (var row = column + 1; row < n; row++)
            {
                var times = left[row, column] / left[column, column];
                if (times == 0) continue;
                for (var k = column; k < n; k++) left[row, k] -= times * left[column, k];
                right[row] -= times * right[column];
            }
        }
        for (var row = n - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < n; k++) right[row] -= left[row, k] * right[k];
            right[row] /= left[row, row];
        }
        return right;
    }
}
