using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>One charge of a loan, as estimated and as charged.</summary>
public sealed class Fee : Entity, INamedRecord
{
    /// <summary>Longest name, and longest name of who is paid.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Largest amount accepted, in dollars.</summary>
    public const decimal AmountLimit = 10_000_000m;

    private Fee() { }

    /// <summary>A charge of a loan, not yet filled in.</summary>
    public Fee(Guid loanId) => LoanId = loanId;

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Its section of the closing cost details.</summary>
    public FeeSection Section { get; private set; }

    /// <summary>What it is for.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who is paid.</summary>
    public string? PaidTo { get; private set; }

    /// <summary>How far it may exceed its estimate.</summary>
    public ToleranceBucket Bucket { get; private set; }

    /// <summary>On the Loan Estimate it is measured against: the first, or the last that was validly revised. US dollars.</summary>
    public decimal? Estimated { get; private set; }

    /// <summary>On the Closing Disclosure. US dollars; null while it is not known, 0 when it was not charged.</summary>
    public decimal? Charged { get; private set; }

    /// <summary>The day it was imposed on the consumer; null while it was not.</summary>
    public DateOnly? ImposedOn { get; private set; }

    /// <summary>Whether it is the fee of a credit report, which alone may come before the intent to proceed.</summary>
    public bool IsCreditReport { get; private set; }

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>The bucket a charge of a section usually falls into; what was shopped for, and transfer taxes, are said by people.</summary>
    public static ToleranceBucket UsualBucket(FeeSection section) => section switch
    {
        FeeSection.A or FeeSection.B or FeeSection.J => ToleranceBucket.Zero,
        FeeSection.C or FeeSection.E => ToleranceBucket.TenPercent,
        FeeSection.F or FeeSection.G or FeeSection.H => ToleranceBucket.Unlimited,
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section"),
    };

    /// <summary>Fills it in, or changes it.</summary>
    /// <param name="terms">What it says.</param>
    /// <param name="intentOn">The day the consumer said to proceed; null while that has not happened.</param>
    public Outcome Set(FeeTerms terms, DateOnly? intentOn)
    {
        var name = terms.Name.Trim();
        if (name.Length is 0 or > NameMaxLength) return Refusal.Invalid(nameof(Name), $"A fee has a name of 1 to {NameMaxLength} characters.");
        if (terms.PaidTo is { Length: > NameMaxLength }) return Refusal.Invalid(nameof(PaidTo), $"A payee has at most {NameMaxLength} characters.");
        if (OutOfRange(terms.Section, terms.Estimated)) return Refusal.Invalid(nameof(Estimated), AmountWords(terms.Section));
        if (OutOfRange(terms.Section, terms.Charged)) return Refusal.Invalid(nameof(Charged), AmountWords(terms.Section));
        if (terms is { ImposedOn: { } imposed, IsCreditReport: false } && (intentOn is not { } intent || imposed < intent)) return ClockRefusals.FeeBeforeIntent;

        (Section, Name, PaidTo, Bucket) = (terms.Section, name, string.IsNullOrWhiteSpace(terms.PaidTo) ? null : terms.PaidTo.Trim(), terms.Bucket);
        (Estimated, Charged, ImposedOn, IsCreditReport) = (terms.Estimated, terms.Charged, terms.ImposedOn, terms.IsCreditReport);
        Raise(new LoanClockChanged(LoanId));
        return Outcome.Done;
    }

    /// <summary>Says that it is about to be removed, so that the clock hears of it.</summary>
    public void TakeBack() => Raise(new LoanClockChanged(LoanId));

    private static bool OutOfRange(FeeSection section, decimal? dollars) => section == FeeSection.J ? dollars is > 0 or < -AmountLimit : dollars is < 0 or > AmountLimit;

    private static string AmountWords(FeeSection section) => section == FeeSection.J ? "A lender credit is an amount below zero." : "A fee lies between $0 and $10,000,000.";
}
