namespace CrmStudio.Domain.Loans;

/// <summary>Level-payment arithmetic. Money is decimal; powers are computed in decimal too, so cents never drift.</summary>
public static class Payment
{
    /// <summary>
    /// Monthly principal and interest: L·i·(1+i)^n / ((1+i)^n − 1) with i = rate/1200, or L/n without interest; rounded half up
    /// to the cent.
    /// </summary>
    /// <param name="amount">Loan amount in dollars.</param>
    /// <param name="ratePercent">Note rate in percent a year.</param>
    /// <param name="months">Number of payments, at least 1.</param>
    public static decimal PrincipalAndInterest(decimal amount, decimal ratePercent, int months)
    {
        if (ratePercent == 0) return Cents(amount / months);

        var monthly = ratePercent / 1200m;
        var growth = Power(1 + monthly, months);
        return Cents(amount * monthly * growth / (growth - 1));
    }

    /// <summary>Rounds half up to the cent, the way a statement does.</summary>
    public static decimal Cents(decimal dollars) => Math.Round(dollars, 2, MidpointRounding.AwayFromZero);

    internal static decimal Power(decimal value, int exponent)
    {
        var result = 1m;
        for (var factor = value; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result *= factor;
            if (exponent > 1) factor *= factor;
        }
        return result;
    }
}
