using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Markup;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Shell;

/// <summary>What a page puts into the bar at the top. Put one on every page under <see cref="MainLayout"/>.</summary>
public partial class TopBar
{
    internal static readonly object Place = new();

    private static Piece Look => Html.Shared($"""<button class="ib only-l" type="button" data-act="theme" aria-label="Switch light and dark">{Icons.Of("moon")}</button>""");

    private static Piece Find => Html.Shared($"""<button class="ib only-s" type="button" data-act="palette" aria-label="Search">{Icons.Of("search")}</button>""");

    private string Full => $"{Title} · CrmStudio";

    /// <summary>Title of the page and of the browser tab.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>Way back to the list, in place of the title: the page then carries its own <c>h1</c>.</summary>
    [Parameter] public RenderFragment? Crumb { get; set; }

    /// <summary>Saved views or record tabs beside the title.</summary>
    [Parameter] public RenderFragment? Tabs { get; set; }

    /// <summary>Quiet things on the right: who else is here, notifications.</summary>
    [Parameter] public RenderFragment? Aside { get; set; }

    /// <summary>The main action, at the far right.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    /// <summary>Second row: filters, sums, view switch.</summary>
    [Parameter] public RenderFragment? Bar { get; set; }
}
