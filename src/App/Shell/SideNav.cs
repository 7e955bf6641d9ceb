using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Kit.Menu;
using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CrmStudio.App.Shell;

/// <summary>The side navigation: what the rooms registered and the member may open. Markup, kept once for all who see the same at the same place.</summary>
public sealed class SideNav(IEnumerable<NavEntry> entries, CurrentMember me, NavigationManager navigation) : Navigation(navigation)
{
    private static readonly (string Look, string Label)[] looks = [("light", "Light"), ("dark", "Dark"), ("", "Like this device")];

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var shown = NavEntry.For(me, entries);
        var hasSettings = shown.Any(entry => entry.Group == NavEntry.Settings);
        var at = Nearest(shown.Select(entry => entry.Href).Append(NavEntry.SettingsHref));
        var isInSettings = at is not null && (at == NavEntry.SettingsHref || shown.Any(entry => entry.Href == at && entry.Group == NavEntry.Settings));
        builder.OpenElement(0, "nav");
        builder.AddAttribute(1, "class", "side");
        builder.AddAttribute(2, "aria-label", "Main");
        builder.AddContent(3, Html.Shared(Head(me.IsKnown ? me.Authority.OrgName : "CrmStudio")));
        builder.AddContent(4, Html.Shared(Groups([.. shown.Where(entry => entry.Group is not (NavEntry.Settings or NavEntry.Account))], at)));
        builder.OpenElement(5, "div");
        builder.AddAttribute(6, "class", "side-foot");
        builder.AddContent(7, Html.Shared(Foot(me is { IsKnown: true, Authority.IsDemo: true }, hasSettings, isInSettings)));
        if (me.IsKnown) builder.AddContent(8, Html.Of(Account(shown.Where(entry => entry.Group == NavEntry.Account))));
        builder.CloseElement();
        builder.CloseElement();
    }

    private static Html Head(string organization) =>
        $"""<a class="brand" href="/" title="{organization}">{Mark.Piece}<span class="lbl trunc grow">{organization}</span></a><button class="side-find" type="button" data-act="palette" title="Search" aria-keyshortcuts="Control+K">{Icons.Of("search")}<span class="lbl">Search</span><kbd class="kbd">Ctrl K</kbd></button>""";

    private static Html Groups(IReadOnlyList<NavEntry> entries, string? at)
    {
        Html groups = $"";
        foreach (var group in entries.GroupBy(entry => entry.Group))
        {
            var (heading, id) = (group.Key, $"nav-{group.Key?.ToLowerInvariant().Replace(' ', '-')}");
            if (heading is not null) groups.Add($"""<div class="caps" id="{id}">{heading}</div>""");
            Html labelled = $"", links = $"";
            if (heading is not null) labelled = $""" aria-labelledby="{id}" """;
            foreach (var entry in group) links.Add(Link(entry.Href, entry.Icon, entry.Label, entry.Href == at));
            groups.Add($"""<ul role="list"{labelled}>{links}</ul>""");
        }
        return groups;
    }

    private static Html Foot(bool isDemo, bool hasSettings, bool isInSettings)
    {
        Html flag = $"", settings = $"";
        if (isDemo) flag = $"""<div class="demo-flag">{Icons.Of("info", isSmall: true)}<span>Demo data</span></div>""";
        if (hasSettings) settings = Link(NavEntry.SettingsHref, "sliders", "Settings", isInSettings);
        return $"""{flag}<ul role="list">{settings}<li><button class="side-link" type="button" data-act="keys" data-key="?" title="Help and keys">{Icons.Of("help")}<span class="lbl">Help and keys</span></button></li></ul>""";
    }

    private static Html Link(string href, string icon, string label, bool isHere)
    {
        Html here = $"";
        if (isHere) here = $""" aria-current="page" """;
        return $"""<li><a class="side-link{(isHere ? " active" : null)}" href="{href}" title="{label}"{here}>{Icons.Of(icon)}<span class="lbl">{label}</span></a></li>""";
    }

    private Html Account(IEnumerable<NavEntry> links)
    {
        Html items = $"";
        if (me.Authority.RoleNames.Count > 0) items.Add($"""<li role="presentation" class="caps">{string.Join(", ", me.Authority.RoleNames)}</li>""");
        items.Add(MenuPiece.Act("changes", "undo", "Your last changes", "Shift Z"));
        foreach (var (look, label) in looks) items.Add(MenuPiece.Act($"theme:{look}", look == "dark" ? "moon" : "today", label));
        items.Add(MenuPiece.Act("density", "dense", "Compact or comfortable"));
        foreach (var entry in links) items.Add(MenuPiece.Link(entry.Href, entry.Icon, entry.Label));
        return MenuPiece.Of("account", "Account", "me", null,
            $"""{Avatar.Beside(me.Name)}<span class="lbl trunc grow med">{me.Name}<span class="vh">, account</span></span><span class="chev t3">{Icons.Of("down", isSmall: true)}</span>""", items);
    }
}
