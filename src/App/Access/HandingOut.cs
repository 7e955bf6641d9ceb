using CrmStudio.Domain.Access;

namespace CrmStudio.App.Access;

/// <summary>Nobody gives away more than they hold: who may invite or change roles could otherwise make themselves anything.</summary>
public static class HandingOut
{
    /// <summary>Whether every permission of the role is held at least as widely.</summary>
    public static bool MayHandOut(this CurrentMember me, Role role) =>
        me.IsSystem || role.Grants.All(grant => me.Authority.Grants.TryGetValue(grant.Permission, out var own) && own >= grant.Scope);
}
