using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CrmStudio.App.Shell;

/// <summary>A link of the navigation. It is the current one on its page and those below it, unless another place is nearer: "/loans" is not, on "/loans/dates".</summary>
public sealed class PlaceLink(NavigationManager navigation) : NavLink
{
    /// <summary>The addresses of all places.</summary>
    [Parameter, EditorRequired] public IEnumerable<string> Places { get; set; } = [];

    /// <summary>The address of this place.</summary>
    [Parameter, EditorRequired] public string Place { get; set; } = "";

    protected override bool ShouldMatch(string uriAbsolute) => base.ShouldMatch(uriAbsolute) && !Places.Any(other => other.Length > Place.Length && IsAt(other, uriAbsolute));

    private bool IsAt(string place, string uri)
    {
        var address = navigation.ToAbsoluteUri(place).AbsoluteUri;
        return uri.StartsWith(address, StringComparison.OrdinalIgnoreCase) && (uri.Length == address.Length || uri[address.Length] is '/' or '?' or '#');
    }
}
