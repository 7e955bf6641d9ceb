using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Access;

/// <summary>Reads what a member may do.</summary>
public sealed class AuthorityReader(IDbContextFactory<CrmDbContext> contexts, KeptReads kept, TimeProvider clock)
{
    private static readonly string[] tables = ["members", "member_roles", "roles", "role_permissions", "teams", "team_members"];
    private static readonly TimeSpan keptFor = TimeSpan.FromMinutes(10);

    /// <summary>Identifies the member behind a sign-in; null when the session or the member does not stand any more.</summary>
    public async Task<MemberAuthority?> IdentifyAsync(Guid orgId, Guid memberId, Guid? sessionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await OrganizationBinding.BindAsync(db, orgId, memberId, sessionId, clock.GetUtcNow(), ct) is not { } version) return null;

        // That the sign-in stands was asked just now; what it allows is the same as a moment ago, unless its version says otherwise.
        var known = await kept.ReadAsync(orgId, (nameof(AuthorityReader), memberId), tables, keptFor, () => ReadAsync(db, memberId, CancellationToken.None), _ => true);
        return known.AccessVersion == version ? known : await ReadAsync(db, memberId, ct);
    }

    /// <summary>Whether a sign-in stands, in one round trip: the member's access version, or null.</summary>
    public async Task<long?> VersionAsync(Guid orgId, Guid memberId, Guid? sessionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        return await OrganizationBinding.BindAsync(db, orgId, memberId, sessionId, clock.GetUtcNow(), ct);
    }

    /// <summary>Reads roles, grants and teams of a member of the bound organization.</summary>
    internal static async Task<MemberAuthority> ReadAsync(CrmDbContext db, Guid memberId, CancellationToken ct)
    {
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == memberId, ct);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == db.OrgId, ct);
        var roles = await db.Roles.AsNoTracking().Include(role => role.Grants)
            .Where(role => db.MemberRoles.Any(held => held.MemberId == memberId && held.RoleId == role.Id))
            .ToListAsync(ct);
        var teams = await db.Teams.AsNoTracking().ToListAsync(ct);
        var places = await db.TeamMembers.AsNoTracking().ToListAsync(ct);

        return new MemberAuthority
        {
            OrgId = db.OrgId, OrgName = organization.Name, IsDemo = organization.IsDemo,
            MemberId = memberId, UserId = member.UserId, Name = member.Name, TimeZone = member.TimeZone, OrgTimeZone = organization.TimeZone, AccessVersion = member.AccessVersion,
            RoleNames = [.. roles.Select(role => role.Name)],
            RoleIds = roles.Select(role => role.Id).ToHashSet(),
            Grants = roles.SelectMany(role => role.Grants).GroupBy(grant => grant.Permission).ToDictionary(grants => grants.Key, grants => grants.Max(grant => grant.Scope)),
            Team = TeamTree.SeenBy(memberId, teams, places),
        };
    }
}
