using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Leads;

/// <summary>Lets the leads of an organization be routed one after the other, on however many nodes: turns and caps are then what they are.</summary>
public static class RoutingGate
{
    /// <summary>Waits for its turn; the gate opens for the next when the unit is saved or given up. Read what the choice depends on afterwards.</summary>
    public static Task EnterRoutingAsync(this CrmUnit unit, CancellationToken ct) =>
        unit.Db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('lead routing', hashtext({unit.Db.OrgId.ToString()})))", ct);
}
