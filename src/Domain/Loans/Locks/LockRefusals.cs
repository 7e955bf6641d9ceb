using System.Globalization;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>Why a lock is not made, moved or ended.</summary>
public static class LockRefusals
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The loan has ended or funded.</summary>
    public static Refusal LoanIsOver { get; } = new("loans.lock-loan-over", "This loan has funded or ended: there is nothing left to lock.");

    /// <summary>The desk was asked already.</summary>
    public static Refusal AlreadyAsked { get; } = new("loans.lock-already-asked", "The lock desk was asked already. Take that request back first.");

    /// <summary>A lock stands.</summary>
    public static Refusal AlreadyLocked { get; } = new("loans.lock-already-locked", "The rate is locked. Extend that lock, or cancel it first.");

    /// <summary>Nothing waits.</summary>
    public static Refusal NotAsked { get; } = new("loans.lock-not-asked", "Nothing waits at the lock desk for this loan.");

    /// <summary>No lock stands.</summary>
    public static Refusal NotLocked { get; } = new("loans.lock-not-locked", "The rate is not locked.");

    /// <summary>The desk locks on a day that was, not long ago.</summary>
    public static Refusal LockedOnWrong { get; } = new("loans.lock-day", $"A lock is recorded once it is made, and at most {RateLock.DaysBack} days later.", nameof(RateLock.LockedOn));

    /// <summary>A lock that would be over when it is recorded.</summary>
    public static Refusal OverAlready { get; } = new("loans.lock-over-already", "That lock would have run out already.", nameof(RateLock.LockedOn));

    /// <summary>History says why.</summary>
    public static Refusal ReasonNeeded { get; } = new("loans.lock-reason-needed", $"Write a reason, in at most {Loan.ReasonMaxLength} characters.", "Reason");

    /// <summary>Code of <see cref="MovedMeanwhile"/>.</summary>
    public const string MovedMeanwhileCode = "loans.lock-moved-meanwhile";

    /// <summary>Somebody moved the last day since it was looked at.</summary>
    public static Refusal MovedMeanwhile(DateOnly last) =>
        new(MovedMeanwhileCode, string.Create(english, $"Somebody extended this lock meanwhile: it runs until {last:MMM d, yyyy}. Extend it again only if that is not enough."));

    /// <summary>Dates of a lock are the desk's.</summary>
    public static Refusal KeptByDesk { get; } = new("loans.lock-kept-by-desk", "The lock desk keeps this loan's lock: ask there for another day.", nameof(Loan.LockExpiresOn));

    /// <summary>A locked rate is the desk's.</summary>
    public static Refusal RateIsLocked(decimal rate) =>
        new("loans.rate-is-locked", string.Create(english, $"The rate is locked at {rate:0.000#} %. Cancel the lock, or let the lock desk lock another rate."), nameof(Loan.NoteRate));

    /// <summary>The desk sells other spans.</summary>
    public static Refusal DaysNotSold(LockPolicyTerms policy) =>
        new("loans.lock-days", $"The rules list locks of {Listed(policy.Days)} days.", nameof(LockTerms.Days));

    /// <summary>An extension has days and a price.</summary>
    public static Refusal ExtensionOutOfRange { get; } =
        new("loans.lock-extension", $"An extension has 1 to {LockPolicyTerms.MostDays} days and costs 0 to {LockTerms.MostPoints:0} %.", nameof(LockExtension.Days));

    /// <summary>A lock cannot be extended once it is over.</summary>
    public static Refusal RanOut(DateOnly on) => new("loans.lock-ran-out", string.Create(english, $"The lock ran out on {on:MMM d}. Ask for a relock."));

    /// <summary>Extended often enough.</summary>
    public static Refusal TooManyExtensions(int most) => new("loans.lock-extensions", $"The rules allow {most} {(most == 1 ? "extension" : "extensions")} of one lock. Relock instead.");

    /// <summary>Extended far enough.</summary>
    public static Refusal TooManyDays(int most, int left) =>
        new("loans.lock-extension-days", $"The rules allow {most} days of extensions in all: {left} {(left == 1 ? "day is" : "days are")} left.", nameof(LockExtension.Days));

    /// <summary>Less than the price that is listed.</summary>
    public static Refusal BelowListed(decimal listed, int days) =>
        new("loans.lock-extension-price", string.Create(english, $"The rules ask {listed:0.000} % for {days} days."), nameof(LockExtension.Points));

    /// <summary>The worse of both prices.</summary>
    public static Refusal WorstCase(RateLock before, LockPolicyTerms policy) => new(
        "loans.lock-worst-case",
        string.Create(english, $"Within {policy.WorstCaseDays} days after {before.ClosedOn:MMM d} the worse of both prices holds: not below {before.Rate:0.000#} %, and at that rate at least {before.Points + policy.RelockPoints:0.000} points."),
        nameof(LockTerms.Rate));

    private static string Listed(IReadOnlyList<int> days) => days.Count == 1 ? $"{days[0]}" : $"{string.Join(", ", days.SkipLast(1))} or {days[^1]}";
}
