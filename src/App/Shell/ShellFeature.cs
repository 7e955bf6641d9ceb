using CrmStudio.App.Kit.Toasts;
using Microsoft.AspNetCore.Components.Server;

namespace CrmStudio.App.Shell;

/// <summary>The front door of the shell: what every page needs around it.</summary>
public static class ShellFeature
{
    /// <summary>Components, the circuit's sign-in state, and toasts. Rooms add their own <see cref="NavEntry"/>.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services.AddScoped<Toasts>();
    }

    /// <summary>Every page of every room, drawn into <see cref="Document"/>.</summary>
    public static RazorComponentsEndpointConventionBuilder MapShell(this IEndpointRouteBuilder app, Action<ServerComponentsEndpointOptions> sockets) =>
        app.MapRazorComponents<Document>().AddInteractiveServerRenderMode(sockets);
}
