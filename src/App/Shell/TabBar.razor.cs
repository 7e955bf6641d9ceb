using CrmStudio.Domain.Access;

namespace CrmStudio.App.Shell;

/// <summary>The navigation at the thumb on a phone: four places, and the rest behind "More".</summary>
public partial class TabBar(IEnumerable<NavEntry> entries, CurrentMember me)
{
    private const int Places = 4;

    private IReadOnlyList<NavEntry> Shown => NavEntry.For(me, entries);

    private IEnumerable<NavEntry> First => Shown.Where(entry => entry.Group is not (NavEntry.Settings or NavEntry.Account)).Take(Places);

    private IReadOnlyList<NavEntry> Rest => [.. Shown.Where(entry => entry.Group != NavEntry.Settings).Except(First)];

    private bool HasSettings => Shown.Any(entry => entry.Group == NavEntry.Settings);
}
