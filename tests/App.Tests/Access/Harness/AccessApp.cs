using System.Net;
using System.Net.Sockets;
using CrmStudio.App.Hosting;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrmStudio.App.Tests.Access.Harness;

/// <summary>The app on a loopback port, on the test database, with a clock that a test moves and mails that it reads.</summary>
internal sealed class AccessApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly NpgsqlDataSource source;

    private AccessApp(WebApplication app, NpgsqlDataSource source, Uri url, MovableClock clock) => (this.app, this.source, Url, Clock) = (app, source, url, clock);

    public Uri Url { get; }

    public MovableClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public MailSink Mails => app.Services.GetRequiredService<MailSink>();

    public static async Task<AccessApp> StartAsync(CrmFixture fixture, string environment = "Development", bool isDemo = true, Action<IServiceCollection>? with = null, Func<CrmSettings, CrmSettings>? settings = null)
    {
        var url = new Uri($"http://localhost:{FreePort()}/");
        var chosen = new CrmSettings { DataFolder = Path.GetTempPath(), Urls = [url.ToString()], PublicUrl = url, Demo = isDemo };
        chosen = settings?.Invoke(chosen) ?? chosen;

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "CrmStudio.App", EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        var clock = new MovableClock();
        builder.Services.AddSingleton<TimeProvider>(clock);
        var source = NpgsqlDataSource.Create(fixture.Strings.App);
        builder.AddCrm(chosen, source, fixture.Strings.App);
        builder.Services.Replace(ServiceDescriptor.Singleton(new SecurityLimits { TriesPerMinute = 10_000 }));
        with?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapCrm();
        await app.StartAsync();
        return new AccessApp(app, source, url, clock);
    }

    /// <summary>A browser that remembers cookies and follows nothing by itself.</summary>
    public PlainBrowser Browser() => new(Url);

    /// <summary>Waits for a mail to somebody.</summary>
    public async Task<Mail> MailToAsync(string email, string subject, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (true)
        {
            if (Mails.Latest().FirstOrDefault(sunk => sunk.Mail.To == email && sunk.Mail.Subject.Contains(subject, StringComparison.Ordinal)) is { } found) return found.Mail;
            await Task.Delay(20, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await source.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
