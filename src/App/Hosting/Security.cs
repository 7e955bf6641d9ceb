using System.Net;
using CrmStudio.App.Access;
using CrmStudio.App.Access.Circuits;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Mail;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrmStudio.App.Hosting;

/// <summary>Who may come in, and what browsers and proxies are told. The order of <see cref="UseCrmSecurity"/> is the order of the checks.</summary>
public static class Security
{
    public static IServiceCollection AddCrmSecurity(this IServiceCollection services, CrmSettings settings, IHostEnvironment environment)
    {
        var isLocal = environment.IsDevelopment();
        services.TryAddSingleton(settings);
        services.AddSignIn(settings.KeyCertificate, settings.PublicUrl, isLocal);
        services.AddMail(settings.Smtp is { } smtp ? new SmtpMailer(smtp.Host, smtp.Port, smtp.User is null ? null : new NetworkCredential(smtp.User, smtp.Password), smtp.From) : null);
        services.AddAccess();

        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery();
        services.AddPageCompression();
        services.Configure<AntiforgeryOptions>(options =>
        {
            AccessSetup.Harden(options.Cookie, isLocal, "crm-form");
            options.HeaderName = "RequestVerificationToken";
        });
        services.TryAddSingleton<SecurityLimits>();
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>().Configure<SecurityLimits>((options, limits) => limits.Apply(options));
        services.Configure<CircuitOptions>(options =>
        {
            options.DetailedErrors = false;
            options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
            options.MaxBufferedUnacknowledgedRenderBatches = 10;
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Never the Host header: links are made from CRMSTUDIO_PUBLIC_URL.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.TrustedProxies) options.KnownIPNetworks.Add(network);
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        if (!isLocal) services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [settings.PublicUrl.Host, "localhost", "127.0.0.1", "[::1]"]);
        return services;
    }

    /// <summary>After the exception handler, before the endpoints.</summary>
    public static void UseCrmSecurity(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<CrmSettings>();
        if (settings.TrustedProxies.Count > 0) app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHttpsOnly(settings.PublicUrl);
        app.UseSecurityHeaders();
        app.UsePageCompression();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<CircuitGate>();
        app.UseMemberResolution();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>Cookies travel over https only, so a page asked for in plain text is sent to the public address; probes answer as they are.</summary>
    private static void UseHttpsOnly(this WebApplication app, Uri publicUrl)
    {
        app.UseHsts();
        app.Use((context, next) =>
        {
            if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/health")) return next(context);
            context.Response.Redirect(new Uri(publicUrl, context.Request.Path.Value!.TrimStart('/')).ToString() + context.Request.QueryString, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
    }

    /// <summary>For <c>AddInteractiveServerRenderMode</c>: no compression, which would let an attacker's text beside a secret be measured.</summary>
    public static void Sockets(ServerComponentsEndpointOptions options)
    {
        options.DisableWebSocketCompression = true;
        options.ContentSecurityFrameAncestorsPolicy = null;   // the header of SecurityHeaders already says 'none'
    }
}
