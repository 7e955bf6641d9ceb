using CrmStudio.Domain.Access;

namespace CrmStudio.App.Shell;

/// <summary>The side navigation: what the rooms registered and the member may open.</summary>
public partial class SideNav(IEnumerable<NavEntry> entries, CurrentMember me)
{
    private string OrgName => me.IsKnown ? me.Authority.OrgName : "CrmStudio";

    private IReadOnlyList<NavEntry> Shown => NavEntry.For(me, entries);
}
