using System.Globalization;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>What the desk, and time, do to a lock.</summary>
public sealed partial class RateLock
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Locks what was asked for, or what the desk can give.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="given">What the desk gives.</param>
    /// <param name="before">The lock before it that held; null for the first.</param>
    /// <param name="policy">The rules of the day.</param>
    /// <param name="on">The first day of the lock.</param>
    /// <param name="today">The day it is recorded.</param>
    /// <param name="by">Who locks.</param>
    /// <param name="at">When.</param>
    public Outcome Lock(Loan loan, LockGiven given, RateLock? before, LockPolicyTerms policy, DateOnly on, DateOnly today, Guid by, DateTimeOffset at)
    {
        var (terms, reference) = (given.Terms, string.IsNullOrWhiteSpace(given.Reference) ? null : given.Reference.Trim());
        if (!IsAsked) return LockRefusals.NotAsked;
        if (IsOver(loan)) return LockRefusals.LoanIsOver;
        if (terms.Check(policy) is { IsDone: false } wrong) return wrong;
        if (given.Price is < LockGiven.LeastPrice or > LockGiven.MostPrice) return Refusal.Invalid(nameof(Price), $"The price lies between {LockGiven.LeastPrice:0} and {LockGiven.MostPrice:0} % of par.");
        if (reference is { Length: > ReferenceMaxLength }) return Refusal.Invalid(nameof(Reference), $"A reference has at most {ReferenceMaxLength} characters.");
        if (on > today || on < today.AddDays(-DaysBack)) return LockRefusals.LockedOnWrong;
        if (on.AddDays(terms.Days) < today) return LockRefusals.OverAlready;
        if (before is not null && IsBetter(terms, before, policy, on)) return LockRefusals.WorstCase(before, policy);

        (Product, Rate, Points, Days, Price, Reference) = (terms.Product, terms.Rate, terms.Points, terms.Days, given.Price, reference);
        (Status, LockedBy, LockedAt, LockedOn, ExpiresOn, ExpirySetOn) = (LockStatus.Locked, by, at, on, on.AddDays(terms.Days), today);
        loan.TakeLock(Rate, on, ExpiresOn.Value, IsRelock);
        Raise(new LockMoved(LoanId, Id, string.Create(english, $"the rate is {(IsRelock ? "relocked" : "locked")} at {Rate:0.000#} % until {ExpiresOn:MMM d}"), by, at));
        return Outcome.Done;
    }

    /// <summary>Ends a request that did not become a lock: the desk declines, or who asked takes it back.</summary>
    public Outcome TurnDown(Loan loan, string? reason, DateOnly on, Guid by, DateTimeOffset at)
    {
        if (!IsAsked) return LockRefusals.NotAsked;
        if (Given(reason) is not { } given) return LockRefusals.ReasonNeeded;

        Close(LockStatus.Cancelled, given, on, by, at);
        loan.StopAskingForLock();
        Raise(new LockMoved(LoanId, Id, by == RequestedBy ? "the request for a lock was taken back" : "the lock desk declined the lock", by, at));
        return Outcome.Done;
    }

    /// <summary>Asks the desk for more days.</summary>
    public Outcome AskForMore(int days, string? reason, DateOnly today, Guid by, DateTimeOffset at)
    {
        if (!Holds) return LockRefusals.NotLocked;
        if (ExpiresOn < today) return LockRefusals.RanOut(ExpiresOn.Value);
        if (days is < 1 or > LockPolicyTerms.MostDays) return LockRefusals.ExtensionOutOfRange;
        if (Given(reason) is not { } given) return LockRefusals.ReasonNeeded;

        (MoreDays, MoreReason, MoreAskedBy, MoreAskedAt) = (days, given, by, at);
        Raise(new LockRequested(LoanId, Id, days, by, at));
        return Outcome.Done;
    }

    /// <summary>Says no to more days. The lock stands as it is.</summary>
    public Outcome RefuseMore(string? reason, Guid by, DateTimeOffset at)
    {
        if (MoreDays is null) return LockRefusals.NotAsked;
        if (Given(reason) is null) return LockRefusals.ReasonNeeded;

        (MoreDays, MoreReason, MoreAskedBy, MoreAskedAt) = (null, null, null, null);
        Raise(new LockMoved(LoanId, Id, "the lock desk declined more days", by, at));
        return Outcome.Done;
    }

    /// <summary>Moves the last day.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="days">By how many days.</param>
    /// <param name="points">For how much, in percent of the loan.</param>
    /// <param name="reason">Why.</param>
    /// <param name="policy">The rules of the day.</param>
    /// <param name="today">The day.</param>
    /// <param name="by">Who extends.</param>
    /// <param name="at">When.</param>
    public Outcome<LockExtension> Extend(Loan loan, int days, decimal points, string? reason, LockPolicyTerms policy, DateOnly today, Guid by, DateTimeOffset at)
    {
        if (!Holds) return LockRefusals.NotLocked;
        if (IsOver(loan)) return LockRefusals.LoanIsOver;
        if (ExpiresOn < today) return LockRefusals.RanOut(ExpiresOn.Value);
        if (days is < 1 or > LockPolicyTerms.MostDays || points is < 0 or > LockTerms.MostPoints) return LockRefusals.ExtensionOutOfRange;
        if (extensions.Count >= policy.MostExtensions) return LockRefusals.TooManyExtensions(policy.MostExtensions);
        if (ExtendedDays + days > policy.MostExtensionDays) return LockRefusals.TooManyDays(policy.MostExtensionDays, policy.MostExtensionDays - ExtendedDays);
        if (policy.PriceOf(days) is { } listed && points < listed) return LockRefusals.BelowListed(listed, days);
        if (Given(reason) is not { } given) return LockRefusals.ReasonNeeded;

        var extension = new LockExtension(Id, extensions.Count + 1, days, points, policy.PriceOf(days), ExpiresOn!.Value, given, by, at);
        extensions.Add(extension);
        (Status, ExpiresOn, ExpirySetOn) = (LockStatus.Extended, extension.ToDay, today);
        (MoreDays, MoreReason, MoreAskedBy, MoreAskedAt) = (null, null, null, null);
        loan.ExtendLock(extension.ToDay);
        Raise(new LockMoved(LoanId, Id, string.Create(english, $"the lock is extended to {ExpiresOn:MMM d}"), by, at));
        return extension;
    }

    /// <summary>Gives the lock up.</summary>
    public Outcome Cancel(Loan loan, string? reason, DateOnly today, Guid by, DateTimeOffset at)
    {
        if (!Holds) return LockRefusals.NotLocked;
        if (Given(reason) is not { } given) return LockRefusals.ReasonNeeded;

        Close(LockStatus.Cancelled, given, today, by, at);
        loan.CancelLock();
        Raise(new LockMoved(LoanId, Id, "the lock was cancelled", by, at));
        return Outcome.Done;
    }

    /// <summary>Takes over the days a file brought for a loan that is locked: an import knows no desk.</summary>
    public void Follow(Loan loan)
    {
        if (Holds && loan.IsLocked) (LockedOn, ExpiresOn) = (loan.LockedOn, loan.LockExpiresOn);
    }

    /// <summary>Says that its last day has passed.</summary>
    /// <returns>Whether it has.</returns>
    public bool RunOut(DateOnly today, DateTimeOffset at)
    {
        if (!Holds || ExpiresOn is not { } last || last >= today) return false;
        Close(LockStatus.Expired, null, last, null, at);
        return true;
    }

    private void Close(LockStatus status, string? reason, DateOnly on, Guid? by, DateTimeOffset at)
    {
        (Status, ClosedReason, ClosedOn, ClosedBy, ClosedAt) = (status, reason, on, by, at);
        (MoreDays, MoreReason, MoreAskedBy, MoreAskedAt) = (null, null, null, null);
    }

    // A lower rate, or the same one for less than it cost before: at a higher rate today's price is what it is.
    private static bool IsBetter(LockTerms terms, RateLock before, LockPolicyTerms policy, DateOnly on) =>
        policy.WorstCaseDays > 0 && before.ClosedOn is { } closed && on <= closed.AddDays(policy.WorstCaseDays)
        && (terms.Rate < before.Rate || (terms.Rate == before.Rate && terms.Points < before.Points + policy.RelockPoints));
}
