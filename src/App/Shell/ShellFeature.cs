using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Shell.Keys;
using CrmStudio.App.Shell.Palette;
using CrmStudio.App.Shell.Presence;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CrmStudio.App.Shell;

/// <summary>The front door of the shell: what every page needs around it.</summary>
public static class ShellFeature
{
    private static readonly PaletteEntry[] entries =
    [
        new(70, "Your last changes", "undo") { Act = "changes", Key = "Shift+Z", Words = "undo history back revert" },
        new(80, "Switch light and dark", "moon") { Act = "theme", Words = "theme look" },
        new(81, "Compact or comfortable rows", "dense") { Act = "density", Words = "density look" },
        new(82, "Fold or unfold the navigation", "rows") { Act = "nav", Words = "sidebar rail" },
        new(83, "Print this page", "print") { Act = "print", Words = "paper pdf" },
        new(90, "Help and keys", "help") { Act = "keys", Words = "shortcuts keyboard" },
    ];

    private static readonly KeyNote[] notes =
    [
        new(10, KeyNote.Everywhere, ["Ctrl", "K"], "Search, go, or do"),
        new(11, KeyNote.Everywhere, ["?"], "This list"),
        new(12, KeyNote.Everywhere, ["["], "Fold or unfold the navigation"),
        new(13, KeyNote.Everywhere, ["Ctrl", "Z"], "Undo what you did last"),
        new(14, KeyNote.Everywhere, ["Esc"], "Close, or put back what is dragged"),
    ];

    /// <summary>Components, the circuit's sign-in state, and toasts. Rooms add their own <see cref="NavEntry"/>.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddScoped<PaletteActions>();
        services.AddSingleton<PresenceBook>().AddHostedService(provider => provider.GetRequiredService<PresenceBook>());
        services.AddScoped<PresenceDesk>().AddScoped<CircuitHandler>(provider => provider.GetRequiredService<PresenceDesk>());
        foreach (var entry in entries) services.AddSingleton(entry);
        foreach (var note in notes) services.AddSingleton(note);
        return services.AddScoped<Toasts>();
    }

    /// <summary>Every page of every room, drawn into <see cref="Document"/>.</summary>
    public static RazorComponentsEndpointConventionBuilder MapShell(this IEndpointRouteBuilder app, Action<ServerComponentsEndpointOptions> sockets) =>
        app.MapRazorComponents<Document>().AddInteractiveServerRenderMode(sockets);
}
