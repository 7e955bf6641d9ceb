using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Kit.Menu;
using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CrmStudio.App.Shell;

/// <summary>The navigation at the thumb on a phone: four places, and the rest behind "More".</summary>
public sealed class TabBar(IEnumerable<NavEntry> entries, CurrentMember me, NavigationManager navigation) : Navigation(navigation)
{
    private const int Places = 4;

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Html.Shared(Bar()));

    private Html Bar()
    {
        var shown = NavEntry.For(me, entries);
        var first = shown.Where(entry => entry.Group is not (NavEntry.Settings or NavEntry.Account)).Take(Places).ToList();
        var rest = shown.Where(entry => entry.Group != NavEntry.Settings).Except(first).ToList();
        var (hasSettings, at) = (shown.Any(entry => entry.Group == NavEntry.Settings), Nearest(shown.Select(entry => entry.Href)));

        Html links = $"", items = $"", more = $"";
        foreach (var entry in first)
        {
            Html here = $"";
            if (entry.Href == at) here = $""" class="active" aria-current="page" """;
            links.Add($"""<a href="{entry.Href}"{here}>{Icons.Of(entry.Icon)}{entry.Short ?? entry.Label}</a>""");
        }
        foreach (var entry in rest) items.Add(MenuPiece.Link(entry.Href, entry.Icon, entry.Label));
        if (hasSettings) items.Add(MenuPiece.Link(NavEntry.SettingsHref, "sliders", "Settings"));
        if (rest.Count > 0 || hasSettings) more = MenuPiece.Of("more", "More", "", null, $"{Icons.Of("more")}More", items);
        return $"""<nav class="tabbar" aria-label="Main, phone">{links}{more}</nav>""";
    }
}
