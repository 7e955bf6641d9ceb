using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>FHA annual premiums of base loans above an amount, in percent (HUD Handbook 4000.1, App. 1.0).</summary>
/// <param name="Above">The amount, in dollars.</param>
/// <param name="Over95">LTV over 95 %, more than 15 years.</param>
/// <param name="To95">LTV up to 95 %, more than 15 years.</param>
/// <param name="ShortOver90">LTV over 90 %, up to 15 years.</param>
/// <param name="ShortTo90">LTV up to 90 %, up to 15 years.</param>
/// <param name="ShortTo78">LTV up to 78 %, up to 15 years.</param>
public sealed record FhaLargePremiums(decimal Above, decimal Over95, decimal To95, decimal ShortOver90, decimal ShortTo90, decimal ShortTo78)
{
    /// <summary>Reads them out of the rules of a day; null where it has none.</summary>
    public static FhaLargePremiums? Of(RuleBook book, DateOnly on)
    {
        if (book.Parameter("insurance.fha-annual.large-above", on) is not { } above) return null;
        decimal Number(string name) => book.Number($"insurance.fha-annual.large-{name}", on);
        return new FhaLargePremiums(above.Number, Number("over-95"), Number("to-95"), Number("short-over-90"), Number("short-to-90"), Number("short-to-78"));
    }
}
