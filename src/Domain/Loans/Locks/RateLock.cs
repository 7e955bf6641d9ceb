using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>
/// One lock of a loan's rate, from the request to its end. A relock is another one. What it says the loan says too: rate, days and status are
/// written through.
/// </summary>
public sealed partial class RateLock : Entity, INamedRecord
{
    /// <summary>Longest note of a request.</summary>
    public const int NoteMaxLength = 500;

    /// <summary>Longest reference of an investor.</summary>
    public const int ReferenceMaxLength = 40;

    /// <summary>Days after which a lock is not recorded any more.</summary>
    public const int DaysBack = 14;

    private readonly List<LockExtension> extensions = [];

    private RateLock() { }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Which lock of the loan it is, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>Where it stands: requested, locked, extended, expired or cancelled.</summary>
    public LockStatus Status { get; private set; }

    /// <summary>Whether the rate had been locked before.</summary>
    public bool IsRelock { get; private set; }

    /// <summary>The programme.</summary>
    public string Product { get; private set; } = "";

    /// <summary>The note rate in percent: asked for, then locked.</summary>
    public decimal Rate { get; private set; }

    /// <summary>What the borrower pays for it, in percent of the loan; negative is a credit.</summary>
    public decimal Points { get; private set; }

    /// <summary>Days: asked for, then locked.</summary>
    public int Days { get; private set; }

    /// <summary>What the officer wrote to the desk.</summary>
    public string? Note { get; private set; }

    /// <summary>Who asked for it.</summary>
    public Guid RequestedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>What the investor pays, in percent of par; null while nobody said.</summary>
    public decimal? Price { get; private set; }

    /// <summary>The investor's number of the lock.</summary>
    public string? Reference { get; private set; }

    /// <summary>Who locked it; null while it is only asked for.</summary>
    public Guid? LockedBy { get; private set; }

    /// <summary>When the desk recorded it.</summary>
    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly? LockedOn { get; private set; }

    /// <summary>The last day, until its end in the organization's time zone.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The day the last day was set: alerts that lay behind it are not told.</summary>
    public DateOnly? ExpirySetOn { get; private set; }

    /// <summary>Days the officer asks for on top; null when none are.</summary>
    public int? MoreDays { get; private set; }

    /// <summary>Why.</summary>
    public string? MoreReason { get; private set; }

    /// <summary>Who asks.</summary>
    public Guid? MoreAskedBy { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? MoreAskedAt { get; private set; }

    /// <summary>The day it ended: the last day of one that ran out.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>When that was written down.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who ended it; null when time did.</summary>
    public Guid? ClosedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? ClosedReason { get; private set; }

    /// <summary>The times its last day was moved.</summary>
    public IReadOnlyList<LockExtension> Extensions => extensions;

    /// <inheritdoc />
    public string RecordName => $"Rate lock {Place}";

    /// <summary>Whether it waits at the desk.</summary>
    public bool IsAsked => Status == LockStatus.Requested;

    /// <summary>Whether it holds.</summary>
    public bool Holds => Status is LockStatus.Locked or LockStatus.Extended or LockStatus.Relocked;

    /// <summary>Whether it ever held.</summary>
    public bool WasLocked => LockedOn is not null;

    /// <summary>All extensions together, in days.</summary>
    public int ExtendedDays => extensions.Sum(extension => extension.Days);

    /// <summary>What the lock and its extensions cost, in percent of the loan.</summary>
    public decimal PointsInAll => Points + extensions.Sum(extension => extension.Points);

    /// <summary>Asks the desk for a lock.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="known">Its locks so far.</param>
    /// <param name="terms">What is asked for.</param>
    /// <param name="note">What the desk should know.</param>
    /// <param name="policy">The rules of the day.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">When.</param>
    public static Outcome<RateLock> Request(Loan loan, IReadOnlyCollection<RateLock> known, LockTerms terms, string? note, LockPolicyTerms policy, Guid by, DateTimeOffset at)
    {
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (IsOver(loan)) return LockRefusals.LoanIsOver;
        if (known.Any(one => one.IsAsked)) return LockRefusals.AlreadyAsked;
        if (loan.IsLocked || known.Any(one => one.Holds)) return LockRefusals.AlreadyLocked;
        if (terms.Check(policy) is { IsDone: false } wrong) return wrong.Refusal;
        if (note is { Length: > NoteMaxLength }) return Refusal.Invalid(nameof(Note), $"A note has at most {NoteMaxLength} characters.");

        var asked = new RateLock
        {
            LoanId = loan.Id, Place = known.Count + 1, Status = LockStatus.Requested, IsRelock = loan.LockStatus == LockStatus.Expired || known.Any(one => one.WasLocked),
            Product = terms.Product, Rate = terms.Rate, Points = terms.Points, Days = terms.Days, Note = note, RequestedBy = by, RequestedAt = at,
        };
        loan.AskForLock();
        asked.Raise(new LockRequested(loan.Id, asked.Id, null, by, at));
        return asked;
    }

    /// <summary>Takes a lock that stands on the loan without the desk knowing of it, from a file or from before there was a desk, into its books.</summary>
    public static RateLock Adopt(Loan loan, IReadOnlyCollection<RateLock> known, Guid by, DateTimeOffset at) => new()
    {
        LoanId = loan.Id, Place = known.Count + 1, Status = loan.LockStatus == LockStatus.Relocked ? LockStatus.Locked : loan.LockStatus, IsRelock = loan.LockStatus == LockStatus.Relocked,
        Product = loan.Product ?? "", Rate = loan.NoteRate ?? 0, Days = loan.LockExpiresOn!.Value.DayNumber - loan.LockedOn!.Value.DayNumber, RequestedBy = by, RequestedAt = at,
        LockedBy = by, LockedAt = at, LockedOn = loan.LockedOn, ExpiresOn = loan.LockExpiresOn, ExpirySetOn = loan.LockedOn,
    };

    private static bool IsOver(Loan loan) => !loan.IsOpen || loan.FundedOn is not null;

    private static string? Given(string? reason) => reason?.Trim() is { Length: > 0 and <= Loan.ReasonMaxLength } given ? given : null;
}
