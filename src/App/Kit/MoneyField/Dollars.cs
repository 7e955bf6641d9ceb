using System.Globalization;

namespace CrmStudio.App.Kit.MoneyField;

/// <summary>How amounts are written. <c>wwwroot/js/board.js</c> writes the short form the same way.</summary>
public static class Dollars
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>$409,600, with cents only when there are some.</summary>
    public static string Full(decimal amount) => amount.ToString(amount == decimal.Truncate(amount) ? "$#,##0;-$#,##0" : "$#,##0.00;-$#,##0.00", English);

    /// <summary>$3.05 M, $610 k, $950: for sums.</summary>
    public static string Short(decimal amount) => Math.Abs(amount) switch
    {
        >= 999_500m => (amount / 1_000_000m).ToString("$0.00 'M';-$0.00 'M'", English),
        >= 1_000m => (amount / 1_000m).ToString("$0 'k';-$0 'k'", English),
        _ => amount.ToString("$0;-$0", English),
    };
}
