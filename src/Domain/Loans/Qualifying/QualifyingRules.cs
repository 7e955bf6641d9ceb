using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>The numbers of the agencies that the figures use, as they hold on one day. All of them are rows of the rule pack.</summary>
/// <param name="book">The rules.</param>
/// <param name="on">The day.</param>
public sealed class QualifyingRules(RuleBook book, DateOnly on)
{
    /// <summary>Installment debt with no more payments left than this is left out (Fannie Mae Selling Guide B3-6-05).</summary>
    public decimal InstallmentMonths => book.Number("qualify.installment-months", on);

    /// <summary>Percent of the balance that a revolving debt without a payment counts with (B3-6-05).</summary>
    public decimal RevolvingPercent => book.Number("qualify.revolving-percent", on);

    /// <summary>Percent of the balance that a deferred student loan counts with (B3-6-05).</summary>
    public decimal StudentLoanPercent => book.Number("qualify.student-loan-percent", on);

    /// <summary>Percent of the gross rent that counts (B3-3.8-01).</summary>
    public decimal RentPercent => book.Number("qualify.rent-percent", on);

    /// <summary>At this percent of the original value the borrower may ask to end mortgage insurance (12 USC 4901(2), 4902(a)).</summary>
    public decimal InsuranceEndsOnRequest => book.Number("insurance.on-request-percent", on);

    /// <summary>At this percent mortgage insurance ends by itself (12 USC 4901(18), 4902(b)).</summary>
    public decimal InsuranceEndsByItself => book.Number("insurance.automatic-percent", on);

    /// <summary>Above this LTV an FHA premium is paid for the whole term (HUD Handbook 4000.1).</summary>
    public decimal FhaWholeTermAbove => book.Number("insurance.fha-whole-term-above-percent", on);

    /// <summary>Years for which an FHA premium is paid otherwise.</summary>
    public decimal FhaYears => book.Number("insurance.fha-years", on);

    /// <summary>The usual limit of the housing ratio for a type of mortgage; null where there is none.</summary>
    public RegulatoryParameter? FrontLimit(MortgageType? type) => Limit("front", type);

    /// <summary>The usual limit of the total ratio for a type of mortgage; null where there is none.</summary>
    public RegulatoryParameter? BackLimit(MortgageType? type) => Limit("back", type);

    private RegulatoryParameter? Limit(string ratio, MortgageType? type) => type is { } known ? book.Parameter($"dti.{ratio}.{known.ToString().ToLowerInvariant()}", on) : null;
}
