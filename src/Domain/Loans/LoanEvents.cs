using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans;

/// <summary>A loan was opened.</summary>
public sealed record LoanOpened(Guid LoanId, Guid? OfficerId, Guid By) : IDomainEvent;

/// <summary>A loan moved to another stage, forward or back.</summary>
public sealed record LoanAdvanced(Guid LoanId, Guid FromStageId, Guid ToStageId, Guid By, DateTimeOffset At, string? Reason) : IDomainEvent;

/// <summary>A loan reached Funded.</summary>
public sealed record LoanFunded(Guid LoanId, Guid By, DateTimeOffset At) : IDomainEvent;

/// <summary>A loan left the pipeline without funding.</summary>
public sealed record LoanEnded(Guid LoanId, Guid EndingId, Guid By, DateTimeOffset At, string? Reason) : IDomainEvent;

/// <summary>A loan that had ended is open again.</summary>
public sealed record LoanReopened(Guid LoanId, Guid By, DateTimeOffset At, string Reason) : IDomainEvent;

/// <summary>The sixth piece of an application came: the clocks run.</summary>
public sealed record ApplicationCompleted(Guid LoanId, DateOnly On, Guid By) : IDomainEvent;

/// <summary>Something changed that a running clock of the loan listens to; said once a save, so that its tasks are kept.</summary>
public sealed record LoanClockChanged(Guid LoanId) : IDomainEvent;
