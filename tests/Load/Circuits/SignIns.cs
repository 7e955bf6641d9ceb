using System.Security.Claims;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Load.Bench;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmStudio.Load.Circuits;

/// <summary>Issues sessions as the sign-in does, on the key ring the app shares.</summary>
public static class SignIns
{
    private const string SessionIdClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    public const string CookieName = "crm-session";

    /// <summary>The value of the session cookie of a member.</summary>
    public static async Task<string> TicketAsync(BenchDatabase database, BenchMember member)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var authority = await scope.ServiceProvider.GetRequiredService<AuthorityReader>().IdentifyAsync(member.OrgId, member.Id, null, CancellationToken.None);
        var ticket = new AuthenticationTicket(SignedIn.Now(authority!, SignInMethod.Password).ToPrincipal(), new AuthenticationProperties(), IdentityConstants.ApplicationScheme);
        var key = await database.Services.GetRequiredService<SessionTickets>().StoreAsync(ticket);
        var options = database.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var cookie = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionIdClaim, key, ClaimValueTypes.String, options.ClaimsIssuer)], options.ClaimsIssuer));
        return options.TicketDataFormat.Protect(new AuthenticationTicket(cookie, null, IdentityConstants.ApplicationScheme));
    }

    /// <summary>The Cookie header of a member.</summary>
    public static async Task<string> CookieAsync(BenchDatabase database, BenchMember member) => $"{CookieName}={await TicketAsync(database, member)}";
}
