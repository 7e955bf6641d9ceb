using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>Mortgage insurance month by month, in dollars.</summary>
internal static class PremiumPath
{
    /// <summary>None.</summary>
    public static decimal[] None(int months) => new decimal[months];

    /// <summary>The same every month, for some months.</summary>
    public static decimal[] Level(decimal monthly, int paid, int months)
    {
        var path = new decimal[months];
        Array.Fill(path, monthly, 0, Math.Clamp(paid, 0, months));
        return path;
    }

    /// <summary>A yearly percentage of the balance, worked out anew every twelve months, as FHA and USDA do.</summary>
    /// <param name="loan">The loan from now on.</param>
    /// <param name="yearlyPercent">Percent a year.</param>
    /// <param name="paid">Months it is paid for.</param>
    public static decimal[] OfBalance(Amortization loan, decimal yearlyPercent, int paid)
    {
        var path = new decimal[loan.Months];
        for (var month = 0; month < Math.Min(paid, loan.Months); month++)
            path[month] = month % 12 == 0 ? Payment.Cents(loan.BalanceAfter(month) * yearlyPercent / 1200m) : path[month - 1];
        return path;
    }
}
