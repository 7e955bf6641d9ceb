using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>A member's place in a team.</summary>
public sealed class TeamMember : Entity
{
    private TeamMember() { }

    /// <summary>Puts a member into a team, as its lead or not.</summary>
    public TeamMember(Guid teamId, Guid memberId, bool leads = false) => (TeamId, MemberId, Leads) = (teamId, memberId, leads);

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>Whether the member leads the team and so sees its subtree.</summary>
    public bool Leads { get; private set; }
}
