using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CrmStudio.Infrastructure.Platform.Tenancy;

/// <summary>Binds a transaction to an organization and, in the same round trip, asks whether a sign-in still stands.</summary>
internal static class OrganizationBinding
{
    /// <summary>Binds the transaction.</summary>
    /// <param name="db">The context; its transaction has begun.</param>
    /// <param name="orgId">The organization.</param>
    /// <param name="memberId">The member to ask about; null when the system acts.</param>
    /// <param name="sessionId">The session to ask about; null when there is none.</param>
    /// <param name="now">The present.</param>
    /// <param name="ct">Cancels the round trip.</param>
    /// <returns>The member's access version; null when member or session do not stand any more; 0 for the system.</returns>
    public static async Task<long?> BindAsync(CrmDbContext db, Guid orgId, Guid? memberId, Guid? sessionId, DateTimeOffset now, CancellationToken ct)
    {
        db.OrgId = orgId;
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction())
        {
            BatchCommands = { new("select set_config('app.org_id', $1, true)") { Parameters = { new() { Value = orgId.ToString() } } } },
        };
        if (memberId is { } asked)
            batch.BatchCommands.Add(new("""
                select m.access_version
                from members m
                where m.org_id = $1 and m.id = $2 and m.status = 'Active' and ($3::uuid is null or exists (
                    select from sessions s where s.id = $3 and s.member_id = $2 and s.revoked_at is null and s.expires_at > $4))
                """)
            {
                Parameters =
                {
                    new() { Value = orgId }, new() { Value = asked },
                    new() { Value = (object?)sessionId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid }, new() { Value = now.ToUniversalTime() },
                },
            });

        await using var reader = await batch.ExecuteReaderAsync(ct);
        if (memberId is null) return 0;
        await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetInt64(0) : null;
    }
}
