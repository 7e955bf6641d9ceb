using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Access;

/// <summary>Permissions of the Access room.</summary>
public static class AccessPermissions
{
    /// <summary>What every signed-in member may do with their own account: sessions, second factor, preferences.</summary>
    public static Permission OwnAccount { get; } = new("access.own-account", "Use the own account",
        own: Manager | LoanOfficer | SalesRep | Assistant | BuiltInRole.Compliance | Viewer);

    /// <summary>See who works here.</summary>
    public static Permission ReadMembers { get; } = new("access.members.read", "See members and teams",
        organization: Manager | LoanOfficer | SalesRep | Assistant | BuiltInRole.Compliance | Viewer);

    /// <summary>Invite people into the organization.</summary>
    public static Permission InviteMembers { get; } = new("access.members.invite", "Invite members");

    /// <summary>Disable members, change their roles, end their sessions.</summary>
    public static Permission EditMembers { get; } = new("access.members.edit", "Change members, roles and sessions of others");

    /// <summary>Turn features on and off.</summary>
    public static Permission EditFlags { get; } = new("access.flags.edit", "Change feature flags");

    /// <summary>Change how the organization stands on paper.</summary>
    public static Permission EditLetterhead { get; } = new("access.letterhead", "Change the letterhead");

    /// <summary>Make keys under which programs act for oneself, never with more than one may do; for the organization: see and revoke those of others.</summary>
    public static Permission MakeApiKeys { get; } = new("access.api-keys", "Make API keys", own: Manager | LoanOfficer | SalesRep);
}
