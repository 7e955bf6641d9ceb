using System.Collections.Concurrent;
using System.Security.Cryptography;
using CrmStudio.Infrastructure.Platform.Live;
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
/// neither a copy of the database nor a ticket moved to another row opens anything. One that was just read is kept for seconds, since
/// a page is followed by its socket; a session that ends takes it away, and every unit of work asks for the session anyway.
/// </summary>
public sealed class SessionTickets : ITicketStore
{
    private const int UserAgentMaxLength = 256;
    private static readonly TimeSpan touchAfter = TimeSpan.FromMinutes(1), keptFor = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<Guid, (AuthenticationTicket Ticket, DateTimeOffset Until)> kept = new();
    private readonly IServiceScopeFactory scopes;
    private readonly IDataProtectionProvider protection;
    private readonly LiveListener listener;
    private readonly TimeProvider clock;
    private long endings;

    /// <summary>Hears of sessions that end from now on.</summary>
    public SessionTickets(IServiceScopeFactory scopes, IDataProtectionProvider protection, LiveListener listener, TimeProvider clock)
    {
        (this.scopes, this.protection, this.listener, this.clock) = (scopes, protection, listener, clock);
        listener.Changed += Forget;
    }

    /// <inheritdoc />
    public Task<string> StoreAsync(AuthenticationTicket ticket) => BeginAsync(ticket, null, CancellationToken.None);

    /// <inheritdoc />
    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) => BeginAsync(ticket, httpContext, cancellationToken);

    /// <inheritdoc />
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var who = SignedIn.Of(ticket.Principal);
        if (who is null || KeyOf(who.SessionId) != key) throw new InvalidOperationException("A new sign-in begins a new session; it never takes over one that stands.");
        Forget(who.SessionId);
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
        Forget(id);
        await using var scope = scopes.CreateAsyncScope();
        await SessionLedger.EndAsync(Db(scope), id, clock.GetUtcNow(), CancellationToken.None);
    }

    /// <summary>Takes a session away that this node knows to have ended, without waiting for the notice that comes to all nodes.</summary>
    public void Forget(Guid sessionId)
    {
        Interlocked.Increment(ref endings);
        kept.TryRemove(sessionId, out _);
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
        var before = Interlocked.Read(ref endings);
        if (listener.IsListening && kept.TryGetValue(id, out var known) && now < known.Until) return known.Ticket.Clone();
        await using var scope = scopes.CreateAsyncScope();
        var session = await Db(scope).Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.RevokedAt == null && s.ExpiresAt > now, ct);
        if (session is null) return null;
        if (now - session.LastSeenAt > touchAfter) await SessionLedger.TouchAsync(Db(scope), [id], now, ct);
        if (Unprotect(key, session.Ticket) is not { } ticket) return null;
        foreach (var (old, (_, until)) in kept)
            if (until <= now) kept.TryRemove(old, out _);
        // What ended while this was being read may be this session: it is not kept then.
        if (Interlocked.Read(ref endings) == before) kept[id] = (ticket.Clone(), now + keptFor < session.ExpiresAt ? now + keptFor : session.ExpiresAt);
        return ticket;
    }

    private void Forget(LiveChange change)
    {
        if (!change.Touches(SessionLedger.Table)) return;
        Interlocked.Increment(ref endings);
        if (change.More) kept.Clear();
        else foreach (var id in change.Rows[SessionLedger.Table]) kept.TryRemove(id, out _);
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
