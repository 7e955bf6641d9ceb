using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>Everything a comparison knew of one loan on one day. Kept with its result, so that every number can be followed as it came about.</summary>
public sealed record WatchCase
{
    /// <summary>The day.</summary>
    public DateOnly On { get; init; }

    /// <summary>What the note was written for: base amount and financed insurance, in dollars.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Note rate in percent.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Term in months.</summary>
    public int? Months { get; init; }

    /// <summary>Who stands behind the loan.</summary>
    public MortgageType? Type { get; init; }

    /// <summary>How the property is used.</summary>
    public Occupancy? Occupancy { get; init; }

    /// <summary>The day the loan funded.</summary>
    public DateOnly FundedOn { get; init; }

    /// <summary>When the first payment was due.</summary>
    public DateOnly FirstPaymentOn { get; init; }

    /// <summary>Whether that day was not entered, and the usual one is taken: the first of the second month after funding.</summary>
    public bool IsFirstPaymentAssumed { get; init; }

    /// <summary>The value the loan was measured against when it was made, in dollars.</summary>
    public decimal? OriginalValue { get; init; }

    /// <summary>The newest value entered, in dollars; null while none was entered since.</summary>
    public decimal? EnteredValue { get; init; }

    /// <summary>The day of that value.</summary>
    public DateOnly? EnteredValueOn { get; init; }

    /// <summary>Where that value comes from.</summary>
    public string? EnteredValueSource { get; init; }

    /// <summary>Mortgage insurance a month as entered, in dollars; null where nothing was entered.</summary>
    public decimal? Premium { get; init; }

    /// <summary>Why the loan is not watched; null while it is.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>The sheet: the newest rate of each product that fits.</summary>
    public IReadOnlyList<RateOffer> Offers { get; init; } = [];

    /// <summary>What the organization assumes.</summary>
    public WatchTerms Terms { get; init; } = new();

    /// <summary>What statutes and agencies say.</summary>
    public WatchNumbers Numbers { get; init; } = new();

    /// <summary>The value the comparison measures against: the newest entered, else the one the loan was made on.</summary>
    public decimal? Value => EnteredValue ?? OriginalValue;

    /// <summary>Payments that fell due so far, from the first one on.</summary>
    public int PaymentsMade => On < FirstPaymentOn ? 0 : Math.Min(Months ?? 0, (On.Year - FirstPaymentOn.Year) * 12 + On.Month - FirstPaymentOn.Month + (On.Day >= FirstPaymentOn.Day ? 1 : 0));

    /// <summary>Builds the case of a funded loan.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="facts">Its closing facts and housing costs; null where nobody entered any.</param>
    /// <param name="watch">What was entered since it funded; null where nothing was.</param>
    /// <param name="offers">The newest rate of every product.</param>
    /// <param name="terms">What the organization assumes.</param>
    /// <param name="numbers">What statutes and agencies say.</param>
    /// <param name="on">The day.</param>
    public static WatchCase Of(Loan loan, LoanQualification? facts, LoanWatch? watch, IReadOnlyList<RateOffer> offers, WatchTerms terms, WatchNumbers numbers, DateOnly on)
    {
        var funded = loan.FundedOn ?? throw new ArgumentException("Only a funded loan is watched.", nameof(loan));
        var amount = loan.Amount is { } lent ? lent + (facts?.FinancedInsurance ?? 0) : (decimal?)null;
        var made = new WatchCase
        {
            On = on, Amount = amount, Rate = loan.NoteRate, Months = loan.TermMonths, Type = loan.MortgageType, Occupancy = loan.Occupancy, FundedOn = funded,
            FirstPaymentOn = facts?.FirstPaymentOn ?? new DateOnly(funded.Year, funded.Month, 1).AddMonths(2), IsFirstPaymentAssumed = facts?.FirstPaymentOn is null,
            OriginalValue = loan.LendingValue, EnteredValue = watch?.Value, EnteredValueOn = watch?.ValueOn, EnteredValueSource = watch?.ValueSource,
            Premium = facts?.MortgageInsurance, StoppedBecause = watch?.StoppedReason, Terms = terms, Numbers = numbers,
        };
        return made with { Offers = [.. offers.Where(offer => Fits(made, offer))] };
    }

    /// <summary>Whether another case would come to the same: the same facts and payments, whatever the day.</summary>
    public bool IsLike(WatchCase other) => PaymentsMade == other.PaymentsMade && Offers.SequenceEqual(other.Offers) && this with { On = default, Offers = [] } == other with { On = default, Offers = [] };

    // Of the same kind; and where insurance is paid to the government, a conventional loan may end it.
    private static bool Fits(WatchCase made, RateOffer offer)
    {
        if (made is not { Amount: { } amount, Rate: { } rate, Months: { } months }) return false;
        var left = months - made.PaymentsMade;
        if (offer.Type != made.Type && !(offer.Type == MortgageType.Conventional && made.Type is MortgageType.Fha or MortgageType.Usda)) return false;
        if (left < 1 || offer.Months < left) return false;
        return offer.Type != MortgageType.Conventional || offer.IsJumbo == new Amortization(amount, rate, months).BalanceAfter(made.PaymentsMade) > made.Numbers.ConformingLimit;
    }
}
