using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.Menu;

/// <summary>A <see cref="Menu"/> of links and verbs of the scripts as markup: for menus that stand on every page and never ask the server.</summary>
public static class MenuPiece
{
    /// <param name="id">Tells it from other menus of the page.</param>
    /// <param name="label">What the list of choices is called.</param>
    /// <param name="buttonClass">Look of the button.</param>
    /// <param name="buttonLabel">Needed when the button shows an icon only.</param>
    /// <param name="button">Face of the button.</param>
    /// <param name="items">What <see cref="Link(string, string, Html)"/>, <see cref="Act"/> and <see cref="Choice"/> made.</param>
    public static Html Of(string id, string label, string buttonClass, string? buttonLabel, Html button, Html items)
    {
        Html named = $"";
        if (buttonLabel is not null) named = $""" aria-label="{buttonLabel}" """;
        return $"""<button class="{buttonClass}" type="button" id="menu-{id}-b" popovertarget="menu-{id}" aria-haspopup="menu"{named}>{button}</button><ul class="menu" id="menu-{id}" popover role="menu" aria-label="{label}">{items}</ul>""";
    }

    /// <summary>A place to go.</summary>
    public static Html Link(string href, string icon, string label) => Link(href, icon, (Html)$"{label}");

    /// <inheritdoc cref="Link(string, string, string)" />
    public static Html Link(string href, string icon, Html label) =>
        $"""<li role="presentation"><a class="menu-item" role="menuitem" tabindex="-1" href="{href}">{Icons.Of(icon)}<span class="grow">{label}</span></a></li>""";

    /// <summary>A verb of <c>js/shell.js</c>.</summary>
    public static Html Act(string act, string icon, string label, string? key = null)
    {
        Html pressed = $"";
        if (key is not null) pressed = $"""<kbd class="kbd">{key}</kbd>""";
        return $"""<li role="presentation"><button class="menu-item" role="menuitem" tabindex="-1" type="button" data-act="{act}">{Icons.Of(icon)}<span class="grow">{label}</span>{pressed}</button></li>""";
    }

    /// <summary>One of several that are on or off; a script of the page carries it out.</summary>
    public static Html Choice(string id, string label, bool isOn)
    {
        Piece tick = isOn ? Icons.Of("check") : default;
        return $"""<li role="presentation"><button class="menu-item" role="menuitemcheckbox" tabindex="-1" type="button" aria-checked="{(isOn ? "true" : "false")}" data-turn="{id}"><span class="menu-tick">{tick}</span><span class="grow">{label}</span></button></li>""";
    }
}
