using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Locks;

/// <summary>A unit of work on the lock of a loan that the member may work on; or why there is none.</summary>
public sealed class OpenLock : IAsyncDisposable
{
    private readonly CrmUnit? unit;
    private readonly Guid by;

    internal OpenLock(Refusal refused) => Refused = refused;

    internal OpenLock(CrmUnit unit, Loan loan, List<RateLock> locks, LockPolicyTerms policy, Guid by, DateOnly today) =>
        (this.unit, Loan, Locks, Policy, this.by, Today) = (unit, loan, locks, policy, by, today);

    /// <summary>Why the lock may not be worked on; null when it may.</summary>
    public Refusal? Refused { get; }

    public CrmUnit Unit => unit ?? throw new InvalidOperationException("The lock was refused: look at Refused first.");

    public Loan Loan { get; } = default!;

    /// <summary>The locks of the loan, oldest first.</summary>
    public List<RateLock> Locks { get; } = [];

    /// <summary>The rules of the day.</summary>
    public LockPolicyTerms Policy { get; } = LockPolicyTerms.Usual;

    public DateOnly Today { get; }

    /// <summary>The request that waits, or the lock that stands; null when there is neither.</summary>
    public RateLock? Current => Locks.SingleOrDefault(one => one.ClosedAt is null);

    /// <summary>The last lock that stood and does not any more.</summary>
    public RateLock? Before => Locks.LastOrDefault(one => one is { WasLocked: true, ClosedAt: not null });

    /// <summary>The lock that stands, as the loan has it. One the desk never heard of is taken into its books first.</summary>
    public RateLock? Standing()
    {
        Current?.Follow(Loan);
        if (Current is not null || !Loan.IsLocked) return Current;
        var adopted = RateLock.Adopt(Loan, Locks, by, Unit.At);
        Unit.Db.RateLocks.Add(adopted);
        Locks.Add(adopted);
        return adopted;
    }

    /// <summary>Saves with a line on the loan's timeline, and with the way back.</summary>
    /// <param name="line">What was done, to follow the name of who did it.</param>
    /// <param name="summary">What was done, for the toast.</param>
    /// <param name="ct">Cancels the save.</param>
    public async Task<Outcome<Changed>> SaveAsync(string line, string summary, CancellationToken ct)
    {
        Unit.Db.Activities.Add(new Activity(LoanTables.Loans, Loan.Id, ActivityKind.System, line, by, Unit.At));
        Unit.CanBeUndone(summary);
        var saved = await Unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, Unit.UndoId) : saved.Refusal;
    }

    public ValueTask DisposeAsync() => unit?.DisposeAsync() ?? ValueTask.CompletedTask;
}
