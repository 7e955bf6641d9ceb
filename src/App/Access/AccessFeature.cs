using CrmStudio.App.Access.Circuits;
using CrmStudio.App.Access.SigningIn;
using CrmStudio.App.Shell;
using CrmStudio.App.Shell.Palette;
using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CrmStudio.App.Access;

/// <summary>The front door of the Access room.</summary>
public static class AccessFeature
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<SignInCookies>().AddScoped<SignInSteps>().AddScoped<SecondFactors>().AddScoped<PasswordCheck>().AddScoped<PasswordResets>().AddScoped<DemoDoor>();
        services.AddScoped<PasskeySignIn>().AddScoped<FreshAccount>();
        services.AddSingleton<SignInRecord>().AddSingleton<ResetPace>();

        services.AddSingleton<CircuitLimits>().AddSingleton<CircuitRegistry>();
        services.AddSingleton<CircuitPatrol>().AddHostedService(provider => provider.GetRequiredService<CircuitPatrol>());
        services.AddScoped<CircuitHandler, MemberCircuitHandler>();
        services.AddScoped<AuthenticationStateProvider, SignInRevalidation>();
        services.AddCascadingAuthenticationState();

        services.AddSingleton(new PaletteEntry(99, "Sign out", "lock") { Post = AccessUrls.SignOut, Words = "log out leave" });
        services.AddSingleton(new NavEntry(95, "Letterhead", AccessUrls.Letterhead, "text", AccessPermissions.EditLetterhead, NavEntry.Settings, About: "What stands on letters and disbursement sheets"));
        services.AddSingleton(new NavEntry(10, "Sessions and security", AccessUrls.Account, "lock", Group: NavEntry.Account, Go: "a"));
        return services;
    }
}
