using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>A lock, or more days for one, was asked of the desk.</summary>
/// <param name="MoreDays">Days asked for on top of a lock that stands; null when a lock is asked for.</param>
public sealed record LockRequested(Guid LoanId, Guid LockId, int? MoreDays, Guid By, DateTimeOffset At) : IDomainEvent;

/// <summary>The desk, or time, did something to a lock.</summary>
/// <param name="What">What became of it, to follow the borrower's name: "the rate is locked until Nov 30".</param>
public sealed record LockMoved(Guid LoanId, Guid LockId, string What, Guid By, DateTimeOffset At) : IDomainEvent;
