using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>A role held by a member. A member can hold several; the widest scope counts.</summary>
public sealed class MemberRole : Entity
{
    private MemberRole() { }

    /// <summary>Gives a member a role.</summary>
    public MemberRole(Guid memberId, Guid roleId) => (MemberId, RoleId) = (memberId, roleId);

    /// <summary>Who holds it.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>What is held.</summary>
    public Guid RoleId { get; private set; }
}
