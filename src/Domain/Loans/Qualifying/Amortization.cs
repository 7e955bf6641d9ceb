namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>A level-payment loan on its schedule.</summary>
/// <param name="Amount">What was lent, in dollars.</param>
/// <param name="RatePercent">Note rate in percent a year.</param>
/// <param name="Months">Number of payments, at least 1.</param>
public readonly record struct Amortization(decimal Amount, decimal RatePercent, int Months)
{
    /// <summary>Monthly principal and interest, rounded to the cent.</summary>
    public decimal PrincipalAndInterest => Payment.PrincipalAndInterest(Amount, RatePercent, Months);

    /// <summary>
    /// Scheduled balance after a number of payments: L·((1+i)^n − (1+i)^k) / ((1+i)^n − 1), rounded half up to the cent.
    /// </summary>
    /// <param name="payments">Payments made, from 0 to <see cref="Months"/>.</param>
    public decimal BalanceAfter(int payments)
    {
        if (RatePercent == 0) return Payment.Cents(Amount * (Months - payments) / Months);

        var growth = 1 + RatePercent / 1200m;
        var whole = Payment.Power(growth, Months);
        return Payment.Cents(Amount * (whole - Payment.Power(growth, payments)) / (whole - 1));
    }

    /// <summary>The first payment after which the scheduled balance is at or below a share of a value; null when it never is.</summary>
    /// <param name="percent">The share, in percent.</param>
    /// <param name="value">The value it is a share of, in dollars.</param>
    public int? PaymentsUntil(decimal percent, decimal value)
    {
        var target = value * percent / 100m;
        var (low, high) = (0, Months);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (BalanceAfter(middle) <= target) high = middle;
            else low = middle + 1;
        }
        return BalanceAfter(low) <= target ? low : null;
    }
}
