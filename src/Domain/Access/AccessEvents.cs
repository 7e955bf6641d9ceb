using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>Roles, teams or the status of a member changed.</summary>
public sealed record MemberAccessChanged(Guid MemberId) : IDomainEvent;
