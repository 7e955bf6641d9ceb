using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>A file came for a document; by nobody of ours when the borrower sent it.</summary>
public sealed record DocumentUploaded(Guid RequestId, Guid LoanId, Guid By, DateTimeOffset At) : IDomainEvent;

/// <summary>A document was accepted or sent back.</summary>
public sealed record DocumentReviewed(Guid RequestId, Guid LoanId, DocumentStatus Status, Guid By, DateTimeOffset At) : IDomainEvent;

/// <summary>The last good day of a document is past.</summary>
public sealed record DocumentExpired(Guid RequestId, Guid LoanId, DateTimeOffset At) : IDomainEvent;

/// <summary>Something on the borrower's list is new: asked for, sent back, due on another day.</summary>
public sealed record BorrowerListChanged(Guid LoanId, DateTimeOffset At) : IDomainEvent;

/// <summary>The status of a condition changed.</summary>
public sealed record ConditionMoved(Guid ConditionId, Guid LoanId, ConditionStatus From, ConditionStatus To, Guid By, DateTimeOffset At) : IDomainEvent;
