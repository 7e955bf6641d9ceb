using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Queries;

/// <summary>A sign-in of one's own.</summary>
public sealed record AccountSession(Guid Id, string OrgName, string? Browser, string? IpAddress, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool IsPresent);

/// <summary>A passkey of one's own.</summary>
public sealed record AccountPasskey(string Id, string Name, DateTimeOffset CreatedAt);

/// <summary>An organization of one's own.</summary>
public sealed record AccountOrganization(Guid Id, string Name, bool IsPresent);

/// <summary>What one's account page shows.</summary>
public sealed record Account(
    string Email, bool HasAuthenticator, int RecoveryCodesLeft, bool IsFresh, IReadOnlyList<AccountSession> Sessions, IReadOnlyList<AccountPasskey> Passkeys, IReadOnlyList<AccountOrganization> Organizations);

/// <summary>Reads one's own account: sessions that stand, ways to sign in, organizations.</summary>
public sealed class AccountQuery(CrmWork work, CurrentMember me, UserManager<SignInUser> users)
{
    /// <summary>How long after signing in the ways to sign in may be changed.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(15);

    public async Task<Outcome<Account>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.read-account", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        var (userId, present, now) = (me.Authority.UserId, me.SessionId, unit.At);
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("A signed-in person has an account.");
        var sessions = await unit.Db.Sessions.AsNoTracking().Where(session => session.UserId == userId && session.RevokedAt == null && session.ExpiresAt > now)
            .Join(unit.Db.Organizations, session => session.OrgId, organization => organization.Id, (session, organization) => new { session, organization.Name })
            .OrderByDescending(row => row.session.LastSeenAt)
            .Select(row => new AccountSession(row.session.Id, row.Name, row.session.UserAgent, row.session.IpAddress, row.session.CreatedAt, row.session.LastSeenAt, row.session.Id == present))
            .ToListAsync(ct);
        var organizations = await unit.Db.UserOrganizations.AsNoTracking().Where(place => place.UserId == userId)
            .Join(unit.Db.Organizations, place => place.OrgId, organization => organization.Id, (_, organization) => organization)
            .OrderBy(organization => organization.Name)
            .Select(organization => new AccountOrganization(organization.Id, organization.Name, organization.Id == me.OrgId))
            .ToListAsync(ct);
        var passkeys = (await users.GetPasskeysAsync(user)).OrderBy(passkey => passkey.CreatedAt)
            .Select(passkey => new AccountPasskey(Convert.ToHexString(passkey.CredentialId), passkey.Name ?? "Passkey", passkey.CreatedAt)).ToList();

        var isFresh = sessions.Find(session => session.IsPresent) is { } mine && now - mine.CreatedAt < FreshFor;
        return new Account(user.Email!, user.TwoFactorEnabled, await users.CountRecoveryCodesAsync(user), isFresh, sessions, passkeys, organizations);
    }
}
