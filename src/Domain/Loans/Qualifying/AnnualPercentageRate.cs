namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>
/// The annual percentage rate by the actuarial method of Regulation Z, Appendix J (12 CFR 1026, App. J, (b)): the rate at which the
/// payments are worth the amount financed. A rate is no money: it is found in double precision by bisection, far finer than the
/// eighth of a point that 1026.22(a)(2) allows.
/// </summary>
public static class AnnualPercentageRate
{
    private const int Halvings = 200;

    /// <summary>Highest rate looked for, in percent for one unit-period.</summary>
    private const double Highest = 10;

    /// <summary>Equal payments that follow one another by one unit-period.</summary>
    /// <param name="Amount">Each payment, in dollars.</param>
    /// <param name="Count">How many.</param>
    public readonly record struct Level(decimal Amount, int Count);

    /// <summary>The rate in percent a year; null when the payments do not return the amount financed.</summary>
    /// <param name="amountFinanced">Loan amount less prepaid finance charges, in dollars.</param>
    /// <param name="payments">The payments in order.</param>
    /// <param name="periodsBefore">Full unit-periods from the advance to the first payment.</param>
    /// <param name="oddFraction">Fraction of a unit-period before these, such as 19/30.</param>
    /// <param name="periodsPerYear">Unit-periods a year: 12 for months, 24 for half-months, 365/255 for one period of 255 days.</param>
    public static decimal? Of(decimal amountFinanced, IReadOnlyList<Level> payments, int periodsBefore, double oddFraction, double periodsPerYear)
    {
        if (amountFinanced <= 0 || payments.Sum(level => level.Amount * level.Count) < amountFinanced) return null;

        var (low, high) = (0.0, Highest);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            if (Worth(payments, periodsBefore, oddFraction, middle) > (double)amountFinanced) low = middle;
            else high = middle;
        }
        return (decimal)Math.Round(low * periodsPerYear * 100, 6);
    }

    /// <summary>What the payments are worth at the time of the advance, at a rate for one unit-period.</summary>
    private static double Worth(IReadOnlyList<Level> payments, int periodsBefore, double oddFraction, double rate)
    {
        var (sum, discount) = (0.0, Math.Pow(1 + rate, -periodsBefore));
        foreach (var level in payments)
        {
            var ahead = Math.Pow(1 + rate, -level.Count);
            sum += (double)level.Amount * discount * (rate == 0 ? level.Count : (1 - ahead) / (1 - 1 / (1 + rate)));
            discount *= ahead;
        }
        return sum / (1 + oddFraction * rate);
    }
}
