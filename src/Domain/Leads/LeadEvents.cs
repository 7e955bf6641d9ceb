using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads;

/// <summary>Somebody asked; a new lead is there.</summary>
public sealed record LeadReceived(Guid LeadId, Guid ContactId, Guid? By) : IDomainEvent;

/// <summary>Somebody whose lead is open asked again.</summary>
public sealed record LeadAskedAgain(Guid LeadId, DateTimeOffset At) : IDomainEvent;

/// <summary>Somebody took a lead.</summary>
public sealed record LeadClaimed(Guid LeadId, Guid MemberId, DateTimeOffset At) : IDomainEvent;

/// <summary>A lead was given to somebody.</summary>
public sealed record LeadAssigned(Guid LeadId, Guid MemberId, DateTimeOffset At) : IDomainEvent;

/// <summary>A lead waits in a pond.</summary>
public sealed record LeadPonded(Guid LeadId, Guid PondId) : IDomainEvent;

/// <summary>A lead is not answered though it should be.</summary>
public sealed record LeadEscalated(Guid LeadId, Guid? AssigneeId, DateTimeOffset At) : IDomainEvent;

/// <summary>Somebody tried to reach the person, or spoke with them.</summary>
public sealed record LeadWorked(Guid LeadId, DateTimeOffset At) : IDomainEvent;

/// <summary>A lead became a loan.</summary>
public sealed record LeadConverted(Guid LeadId, Guid ContactId, Guid LoanId, Guid By, DateTimeOffset At) : IDomainEvent;

/// <summary>A lead ended without becoming one.</summary>
public sealed record LeadEnded(Guid LeadId, LeadStatus Status, Guid By, DateTimeOffset At) : IDomainEvent;

/// <summary>A lead that had ended is open again.</summary>
public sealed record LeadReopened(Guid LeadId, DateTimeOffset At) : IDomainEvent;

/// <summary>Something a score knows of a lead is said otherwise now.</summary>
public sealed record LeadChanged(Guid LeadId) : IDomainEvent;
