using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Infrastructure.Access;

/// <summary>
/// Keeps sign-ins on the server. The cookie holds a session's id; the ticket is encrypted with that id in its purpose, so that
/// neither a copy of the database nor a ticket moved to another row opens anything.
/// </summary>
public sealed class SessionTickets(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    private const int UserAgentMaxLength = 256;
    private static readonly TimeSpan touchAfter = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public Task<string> StoreAsync(AuthenticationTicket ticket) => BeginAsync(ticket, null, CancellationToken.None);

    /// <inheritdoc />
    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) => BeginAsync(ticket, httpContext, cancellationToken);

    /// <inheritdoc />
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var who = SignedIn.Of(ticket.Principal);
        if (who is null || KeyOf(who.SessionId) != key) throw new InvalidOperationException("A new sign-in begins a new session; it never takes over one that stands.");
        await using var scope = scopes.CreateAsyncScope();
        var sealedTicket = Protect(key, ticket);
        await Db(scope).Sessions.Where(session => session.Id == who.SessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, sealedTicket));
    }

    /// <inheritdoc />
    public async Task<AuthenticationTicket?> RetrieveAsync(string key) => Guid.TryParse(key, out var id) ? await FindAsync(key, id, CancellationToken.None) : null;

    /// <inheritdoc />
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        // Styles and scripts are the same for everybody: no need to ask the database who loads them.
        httpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || !Guid.TryParse(key, out var id)
            ? null
            : await FindAsync(key, id, cancellationToken);

    /// <inheritdoc />
    public async Task RemoveAsync(string key)
    {
        if (!Guid.TryParse(key, out var id)) return;
        await using var scope = scopes.CreateAsyncScope();
        await SessionLedger.EndAsync(Db(scope), id, clock.GetUtcNow(), CancellationToken.None);
    }

    private static string KeyOf(Guid sessionId) => sessionId.ToString("n");

    private static Platform.Persistence.CrmDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<SignInDoor>().Db;

    private async Task<string> BeginAsync(AuthenticationTicket ticket, HttpContext? request, CancellationToken ct)
    {
        var who = SignedIn.Of(ticket.Principal) ?? throw new InvalidOperationException("Only a complete sign-in becomes a session.");
        var (key, now) = (KeyOf(who.SessionId), clock.GetUtcNow().ToUniversalTime());
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        db.Sessions.Add(new Session
        {
            Id = who.SessionId, UserId = who.UserId, OrgId = who.OrgId, MemberId = who.MemberId,
            CreatedAt = now, LastSeenAt = now, ExpiresAt = SessionLedger.ExpiryOf(now, now),
            UserAgent = request?.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent[..Math.Min(agent.Length, UserAgentMaxLength)] : null,
            IpAddress = request?.Connection.RemoteIpAddress?.ToString(),
            Ticket = Protect(key, ticket),
        });
        await db.SaveChangesAsync(ct);
        await db.UserOrganizations.Where(place => place.UserId == who.UserId && place.OrgId == who.OrgId)
            .ExecuteUpdateAsync(set => set.SetProperty(place => place.LastSignInAt, now), ct);
        return key;
    }

    private async Task<AuthenticationTicket?> FindAsync(string key, Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        await using var scope = scopes.CreateAsyncScope();
        var session = await Db(scope).Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.RevokedAt == null && s.ExpiresAt > now, ct);
        if (session is null) return null;
        if (now - session.LastSeenAt > touchAfter) await SessionLedger.TouchAsync(Db(scope), [id], now, ct);
        return Unprotect(key, session.Ticket);
    }

    private byte[] Protect(string key, AuthenticationTicket ticket) => ProtectorOf(key).Protect(TicketSerializer.Default.Serialize(ticket));

    private AuthenticationTicket? Unprotect(string key, byte[] ticket)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(ProtectorOf(key).Unprotect(ticket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(string key) => protection.CreateProtector("CrmStudio.Session", key);
}
