using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Access;

/// <summary>
/// Ends and keeps alive sessions. Ending one tells every node in the same statement, so that open circuits end within
/// seconds; a session that nobody uses ends by itself.
/// </summary>
public static class SessionLedger
{
    /// <summary>The longest a sign-in lasts, however busy.</summary>
    public static readonly TimeSpan LastsAtMost = TimeSpan.FromHours(12);

    /// <summary>A sign-in nobody uses for this long is over.</summary>
    public static readonly TimeSpan EndsAfterIdle = TimeSpan.FromMinutes(30);

    /// <summary>Table named in the notice that ends circuits.</summary>
    public const string Table = "sessions";

    /// <summary>When a session used now ends by itself.</summary>
    public static DateTimeOffset ExpiryOf(DateTimeOffset createdAt, DateTimeOffset now)
    {
        var (idle, absolute) = (now + EndsAfterIdle, createdAt + LastsAtMost);
        return idle < absolute ? idle : absolute;
    }

    /// <summary>Ends one session.</summary>
    public static Task EndAsync(CrmDbContext db, Guid sessionId, DateTimeOffset now, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        with ended as (update sessions set revoked_at = {now.ToUniversalTime()} where id = {sessionId} and revoked_at is null returning id, org_id, member_id)
        select pg_notify({LiveChange.Channel}, json_build_object('o', org_id, 'm', member_id, 'r', json_build_object({Table}, json_build_array(id)), 'x', false)::text) from ended
        """, ct);

    /// <summary>Ends every session of a person but one.</summary>
    public static Task EndOthersAsync(CrmDbContext db, Guid userId, Guid? except, DateTimeOffset now, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        with ended as (update sessions set revoked_at = {now.ToUniversalTime()} where user_id = {userId} and id is distinct from {except} and revoked_at is null returning id, org_id, member_id)
        select pg_notify({LiveChange.Channel}, json_build_object('o', org_id, 'm', member_id, 'r', json_build_object({Table}, json_build_array(id)), 'x', false)::text) from ended
        """, ct);

    /// <summary>Ends every session of a member in their organization.</summary>
    public static Task EndOfMemberAsync(CrmDbContext db, Guid orgId, Guid memberId, DateTimeOffset now, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        with ended as (update sessions set revoked_at = {now.ToUniversalTime()} where org_id = {orgId} and member_id = {memberId} and revoked_at is null returning id, org_id, member_id)
        select pg_notify({LiveChange.Channel}, json_build_object('o', org_id, 'm', member_id, 'r', json_build_object({Table}, json_build_array(id)), 'x', false)::text) from ended
        """, ct);

    /// <summary>Notes that sessions are in use.</summary>
    public static Task TouchAsync(CrmDbContext db, Guid[] sessionIds, DateTimeOffset now, CancellationToken ct)
    {
        var at = now.ToUniversalTime();
        return db.Database.ExecuteSqlAsync($"""
            update sessions set last_seen_at = {at}, expires_at = least(created_at + {LastsAtMost}, {at + EndsAfterIdle})
            where id = any ({sessionIds}) and revoked_at is null and expires_at > {at}
            """, ct);
    }
}
