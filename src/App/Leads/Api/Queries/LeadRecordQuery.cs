using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Api.Queries;

/// <summary>One lead a key may see.</summary>
public sealed class LeadRecordQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<LeadRecord>> ReadAsync(Guid leadId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.api.read", LeadPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        return await LeadRecordsQuery.Records(unit.Db, unit.Db.LeadsOf(me, LeadPermissions.Read).Where(lead => lead.Id == leadId), me).SingleOrDefaultAsync(ct) is { } record ? record : Refusal.NotFound;
    }
}
