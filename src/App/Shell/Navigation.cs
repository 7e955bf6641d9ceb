using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CrmStudio.App.Shell;

/// <summary>Links to the places of the app, drawn anew when the member went to another one.</summary>
public abstract class Navigation(NavigationManager navigation) : ComponentBase, IDisposable
{
    private string? at;

    /// <inheritdoc />
    public void Dispose()
    {
        navigation.LocationChanged -= Hear;
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized() => navigation.LocationChanged += Hear;

    /// <summary>The place the member is at: its page, or one below it, unless another place is nearer. "/loans" is not, on "/loans/dates".</summary>
    protected string? Nearest(IEnumerable<string> places) => at = places.Where(IsAt).MaxBy(place => place.Length);

    private bool IsAt(string place)
    {
        var (uri, address) = (navigation.Uri, navigation.ToAbsoluteUri(place).AbsoluteUri);
        return uri.StartsWith(address, StringComparison.OrdinalIgnoreCase) && (uri.Length == address.Length || uri[address.Length] is '/' or '?' or '#');
    }

    // A peek changes the address and not the place; below a place another one may begin.
    private void Hear(object? sender, LocationChangedEventArgs gone)
    {
        if (at is null || !IsAt(at) || navigation.Uri[navigation.ToAbsoluteUri(at).AbsoluteUri.Length..].StartsWith('/')) StateHasChanged();
    }
}
