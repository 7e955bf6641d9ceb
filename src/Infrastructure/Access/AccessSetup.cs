using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Infrastructure.Access;

/// <summary>Registers who signs in: Identity, sessions on the server, the key ring.</summary>
public static class AccessSetup
{
    /// <summary>Cookie of a sign-in that waits for its second factor, its organization, or a first authenticator.</summary>
    public const string PendingScheme = "CrmStudio.Pending";

    private const string ApplicationName = "CrmStudio";
    private static readonly TimeSpan pendingLasts = TimeSpan.FromMinutes(15);

    /// <summary>Adds sign-in.</summary>
    /// <param name="services">The services.</param>
    /// <param name="keyCertificate">Encrypts the key ring; null only in development.</param>
    /// <param name="publicUrl">Where people reach the app.</param>
    /// <param name="isLocal">Development on loopback HTTP: plain cookie names, not tied to https.</param>
    public static IServiceCollection AddSignIn(this IServiceCollection services, X509Certificate2? keyCertificate, Uri publicUrl, bool isLocal)
    {
        var ring = services.AddDataProtection().SetApplicationName(ApplicationName).SetDefaultKeyLifetime(TimeSpan.FromDays(90));
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new KeyRing(scopes));
        if (keyCertificate is not null) ring.ProtectKeysWithCertificate(keyCertificate).UnprotectKeysWithAnyCertificate(keyCertificate);

        services.AddIdentityCore<SignInUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password = new PasswordOptions { RequiredLength = PasswordRules.MinLength, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 4 };
                options.Lockout.MaxFailedAccessAttempts = SignInAttempts.Allowed;
                options.Lockout.DefaultLockoutTimeSpan = SignInAttempts.RestsFor;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddUserStore<SignInUserStore>().AddSignInManager().AddDefaultTokenProviders();
        services.AddScoped(provider => (SignInUserStore)provider.GetRequiredService<IUserStore<SignInUser>>());
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordGate.Iterations);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(1));
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = publicUrl.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options => Cookie(options, isLocal, "crm-session", SessionLedger.LastsAtMost))
            .AddCookie(PendingScheme, options => Cookie(options, isLocal, "crm-pending", pendingLasts))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => Cookie(options, isLocal, "crm-passkey", pendingLasts));
        services.AddSingleton<SessionTickets>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionTickets>((options, tickets) => options.SessionStore = tickets);

        services.AddSingleton<PasswordGate>();
        services.AddScoped<SignInAttempts>();
        return services;
    }

    /// <summary>Cookie name and security for where the app runs: <c>__Host-</c> and https only, but on loopback in development.</summary>
    public static void Harden(CookieBuilder cookie, bool isLocal, string name)
    {
        cookie.Name = isLocal ? name : "__Host-" + name;
        cookie.SecurePolicy = isLocal ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.HttpOnly = true;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    private static void Cookie(CookieAuthenticationOptions options, bool isLocal, string name, TimeSpan lasts)
    {
        Harden(options.Cookie, isLocal, name);
        options.ExpireTimeSpan = lasts;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "return";
        // Relative: the Host header of a request never becomes part of an address.
        options.Events.OnRedirectToLogin = options.Events.OnRedirectToAccessDenied = challenge =>
        {
            challenge.Response.Redirect(new Uri(challenge.RedirectUri).PathAndQuery);
            return Task.CompletedTask;
        };
    }
}
