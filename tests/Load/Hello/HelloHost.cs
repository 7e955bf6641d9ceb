using CrmStudio.Load.Hello.Pages;
using Microsoft.Extensions.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Load.Hello;

/// <summary>The anchor: the smallest Blazor Server app there is, one button and a number, in a process of its own.</summary>
public static class HelloHost
{
    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        await using var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<HelloDocument>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);
        await app.RunAsync();
    }
}
