using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Circuits;

/// <summary>A page open in somebody's browser.</summary>
/// <param name="Id">The framework's id.</param>
/// <param name="Who">Who opened it.</param>
/// <param name="Me">What the member may do, as the circuit knows it.</param>
/// <param name="Budget">How many events it may send.</param>
/// <param name="Navigation">Takes the browser elsewhere.</param>
/// <param name="Turn">The circuit's own order of things.</param>
public sealed record OpenCircuit(string Id, SignedIn Who, CurrentMember Me, EventBudget Budget, NavigationManager Navigation, SynchronizationContext Turn)
{
    /// <summary>The connection; null while the browser is away.</summary>
    public CircuitSocket? Socket { get; set; }

    /// <summary>When the person last did something.</summary>
    public DateTimeOffset UsedAt { get; set; }

    /// <summary>Whether the person did something since the last patrol.</summary>
    public bool WasUsed { get; set; }

    /// <summary>Whether the browser was told to leave.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Takes the browser to another address with a full load.</summary>
    public void GoTo(string url) => Turn.Post(_ => Navigation.NavigateTo(url, forceLoad: true), null);

    /// <summary>Loads the present page anew, so that it shows what the member may see now.</summary>
    public void Reload() => Turn.Post(_ => Navigation.Refresh(forceReload: true), null);

    /// <summary>Path and query of the page shown.</summary>
    public string Place => new Uri(Navigation.Uri).PathAndQuery;
}
