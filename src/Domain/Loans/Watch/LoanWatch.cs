using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>What people entered about a loan after it funded: a newer value, or that it is not watched any more. One row for each loan that has any.</summary>
public sealed class LoanWatch : Entity
{
    /// <summary>Longest source of a value, and longest reason.</summary>
    public const int TextMaxLength = 200;

    private LoanWatch() { }

    /// <summary>Nothing entered yet.</summary>
    public LoanWatch(Guid loanId) => LoanId = loanId;

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Value of the property, in dollars; null where nobody entered one.</summary>
    public decimal? Value { get; private set; }

    /// <summary>The day of the value.</summary>
    public DateOnly? ValueOn { get; private set; }

    /// <summary>Where it comes from.</summary>
    public string? ValueSource { get; private set; }

    /// <summary>Why the loan is not watched; null while it is.</summary>
    public string? StoppedReason { get; private set; }

    /// <summary>Enters a value. Nothing is looked up anywhere: what is not entered is not known.</summary>
    public Outcome Enter(decimal? value, DateOnly? on, string? source, DateOnly today)
    {
        if (value is not (>= 1 and <= Loan.AmountLimit)) return Refusal.Invalid(nameof(Value), "The value lies between $1 and $100,000,000.");
        if (on is not { } day || day > today) return Refusal.Invalid(nameof(ValueOn), "Give the day of the value, today at the latest.");
        if (string.IsNullOrWhiteSpace(source) || source.Trim().Length > TextMaxLength) return Refusal.Invalid(nameof(ValueSource), $"Say in up to {TextMaxLength} characters where the value comes from.");
        (Value, ValueOn, ValueSource) = (value, day, source.Trim());
        return Outcome.Done;
    }

    /// <summary>Ends the watch: the loan was paid off, or the people do not want it.</summary>
    public Outcome Stop(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > TextMaxLength) return Refusal.Invalid("Reason", $"Say in up to {TextMaxLength} characters why.");
        StoppedReason = reason.Trim();
        return Outcome.Done;
    }

    /// <summary>Watches it again.</summary>
    public void GoOn() => StoppedReason = null;
}
