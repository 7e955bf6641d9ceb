namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>
/// The three forms of one ratio (Fannie Mae Selling Guide B2-1.2-01): raw as computed, shown with two decimals, and as it is delivered.
/// </summary>
/// <param name="Lent">What is lent, in dollars.</param>
/// <param name="Value">What it is measured against, in dollars, above zero.</param>
public readonly record struct LoanToValue(decimal Lent, decimal Value)
{
    /// <summary>Percent, unrounded.</summary>
    public decimal Raw => Lent / Value * 100m;

    /// <summary>Percent with two decimals, half up.</summary>
    public decimal Display => Math.Round(Raw, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Whole percent as delivered: cut to two decimals, then rounded up (B2-1.2-01), from the amounts and never from a stored ratio:
    /// 94.01 delivers 95, 80.001 delivers 80.
    /// </summary>
    public int Delivery => (int)Math.Ceiling(Math.Truncate(Raw * 100m) / 100m);
}
