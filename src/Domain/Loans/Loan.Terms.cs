using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans;

/// <summary>What is lent, on what, and on which terms.</summary>
public sealed partial class Loan
{
    /// <summary>Largest amount, price or value accepted, in dollars.</summary>
    public const decimal AmountLimit = 100_000_000m;

    /// <summary>Highest note rate accepted, in percent.</summary>
    public const decimal RateLimit = 25m;

    /// <summary>Longest term accepted, in months.</summary>
    public const int TermLimit = 600;

    /// <summary>Base loan amount in US dollars.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>Sales price in US dollars.</summary>
    public decimal? PurchasePrice { get; private set; }

    /// <summary>Appraised value in US dollars.</summary>
    public decimal? AppraisedValue { get; private set; }

    /// <summary>Drawn subordinate financing in US dollars.</summary>
    public decimal? SecondaryFinancing { get; private set; }

    /// <summary>What the money is for.</summary>
    public LoanPurpose? Purpose { get; private set; }

    /// <summary>How the borrower will use the property.</summary>
    public Occupancy? Occupancy { get; private set; }

    /// <summary>Who stands behind the loan.</summary>
    public MortgageType? MortgageType { get; private set; }

    /// <summary>The programme as people call it: "Conv 30".</summary>
    public string? Product { get; private set; }

    /// <summary>Term in months.</summary>
    public int? TermMonths { get; private set; }

    /// <summary>Note rate in percent.</summary>
    public decimal? NoteRate { get; private set; }

    /// <summary>Street of the property.</summary>
    public string? PropertyAddress { get; private set; }

    /// <summary>City of the property.</summary>
    public string? PropertyCity { get; private set; }

    /// <summary>Two-letter state of the property.</summary>
    public string? PropertyState { get; private set; }

    /// <summary>ZIP code of the property.</summary>
    public string? PropertyZip { get; private set; }

    /// <summary>
    /// Value LTV is measured against: the lower of price and appraised value for a purchase, else the appraised value
    /// (Fannie Mae Selling Guide B2-1.2-01). Null while it is not known.
    /// </summary>
    public decimal? LendingValue => LendingValueOf(Purpose, PurchasePrice, AppraisedValue);

    /// <summary>Loan-to-value ratio in percent, unrounded. Null while amount or value is not known.</summary>
    public decimal? Ltv => Ratio(Amount, LendingValue);

    /// <summary>Combined loan-to-value ratio in percent, with drawn subordinate financing, unrounded.</summary>
    public decimal? Cltv => Ratio(Amount + (SecondaryFinancing ?? 0), LendingValue);

    /// <summary>Sets the terms; refuses amounts, rates and terms outside the limits.</summary>
    public Outcome SetTerms(LoanTerms terms)
    {
        if (OutOfRange(terms.Amount)) return Refusal.Invalid(nameof(Amount), "The amount lies between $1 and $100,000,000.");
        if (OutOfRange(terms.PurchasePrice)) return Refusal.Invalid(nameof(PurchasePrice), "The price lies between $1 and $100,000,000.");
        if (OutOfRange(terms.AppraisedValue)) return Refusal.Invalid(nameof(AppraisedValue), "The value lies between $1 and $100,000,000.");
        if (terms.SecondaryFinancing is < 0 or > AmountLimit) return Refusal.Invalid(nameof(SecondaryFinancing), "Secondary financing lies between $0 and $100,000,000.");
        if (terms.NoteRate is < 0 or > RateLimit) return Refusal.Invalid(nameof(NoteRate), "The rate lies between 0 and 25 %.");
        if (terms.TermMonths is < 1 or > TermLimit) return Refusal.Invalid(nameof(TermMonths), "The term lies between 1 and 600 months.");

        (Amount, PurchasePrice, AppraisedValue, SecondaryFinancing) = (terms.Amount, terms.PurchasePrice, terms.AppraisedValue, terms.SecondaryFinancing);
        (Purpose, Occupancy, MortgageType, Product) = (terms.Purpose, terms.Occupancy, terms.MortgageType, terms.Product);
        (TermMonths, NoteRate) = (terms.TermMonths, terms.NoteRate);
        return Outcome.Done;
    }

    /// <summary>The terms as they are, to change some of them with <c>with</c>.</summary>
    public LoanTerms Terms() => new(Amount, PurchasePrice, AppraisedValue, SecondaryFinancing, Purpose, Occupancy, MortgageType, Product, TermMonths, NoteRate);

    /// <summary>Says where the property is.</summary>
    public void LocateProperty(string? address, string? city, string? state, string? zip) =>
        (PropertyAddress, PropertyCity, PropertyState, PropertyZip) = (address, city, state, zip);

    /// <summary>The ratio out of its parts, for lists that read no whole loans.</summary>
    public static decimal? LtvOf(LoanPurpose? purpose, decimal? amount, decimal? price, decimal? value) => Ratio(amount, LendingValueOf(purpose, price, value));

    /// <summary>The value that ratios are measured against, out of its parts.</summary>
    internal static decimal? LendingValueOf(LoanPurpose? purpose, decimal? purchasePrice, decimal? appraised) => (purpose, purchasePrice, appraised) switch
    {
        (LoanPurpose.Purchase, { } price, { } value) => Math.Min(price, value),
        (LoanPurpose.Purchase, { } price, null) => price,
        _ => appraised,
    };

    private static bool OutOfRange(decimal? dollars) => dollars is < 1 or > AmountLimit;

    private static decimal? Ratio(decimal? part, decimal? whole) => whole is > 0 ? part / whole * 100m : null;
}
