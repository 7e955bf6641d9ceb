using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Leads;

/// <summary>Requests of forms on their way to becoming leads.</summary>
public static class CaptureQueue
{
    /// <summary>The request that is due first, locked for this unit and passed over by nodes that look at the same time. Null when none is due.</summary>
    public static Task<LeadCapture?> NextCaptureAsync(this CrmUnit unit, CancellationToken ct) => unit.Db.LeadCaptures
        .FromSql($"select *, xmin from lead_captures where due_at <= {unit.At} order by due_at, id limit 1 for update skip locked")
        .SingleOrDefaultAsync(ct);

    /// <summary>The request if it is still to be done, locked for this unit; null when it was done meanwhile.</summary>
    public static Task<LeadCapture?> OpenCaptureAsync(this CrmUnit unit, Guid id, CancellationToken ct) => unit.Db.LeadCaptures
        .FromSql($"select *, xmin from lead_captures where id = {id} and due_at is not null for update")
        .SingleOrDefaultAsync(ct);

    /// <summary>
    /// Waits until nobody else takes people in for the organization, and keeps others waiting until the unit ends: whoever is unknown to two at a
    /// time would become two people.
    /// </summary>
    public static Task TakeTurnAsync(this CrmUnit unit, CancellationToken ct) =>
        unit.Db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"lead intake " + unit.Db.OrgId}, 0))", ct);
}
