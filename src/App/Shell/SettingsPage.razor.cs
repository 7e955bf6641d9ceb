using CrmStudio.Domain.Access;

namespace CrmStudio.App.Shell;

/// <summary>What an organization sets for itself: the places the rooms registered and the member may change.</summary>
public partial class SettingsPage(IEnumerable<NavEntry> entries, CurrentMember me)
{
    private IReadOnlyList<NavEntry> Places => [.. NavEntry.For(me, entries).Where(entry => entry.Group == NavEntry.Settings)];
}
