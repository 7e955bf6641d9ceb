using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Compliance;

/// <summary>Somebody asked to set a rule aside.</summary>
public sealed record OverrideRequested(Guid OverrideId, string EntityType, Guid EntityId, string RecordName, string Rule, Guid By, DateTimeOffset At) : IDomainEvent;

/// <summary>A second person decided on it.</summary>
public sealed record OverrideDecided(Guid OverrideId, string EntityType, Guid EntityId, bool IsApproved, Guid RequestedBy, Guid By, DateTimeOffset At) : IDomainEvent;
