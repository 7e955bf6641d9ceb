using CrmStudio.App.Access.Api;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Api.Queries;

/// <summary>The leads a key may see, a page at a time.</summary>
public sealed class LeadRecordsQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<ApiPageOf<LeadRecord>>> ReadAsync(ApiPaging paging, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.api.list", LeadPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var leads = unit.Db.LeadsOf(me, LeadPermissions.Read);
        if (paging.After is { } after) leads = leads.Where(lead => lead.Id.CompareTo(after) > 0);
        return paging.Page(await Records(unit.Db, leads.OrderBy(lead => lead.Id).Take(paging.Limit + 1), me).ToListAsync(ct), lead => lead.Id);
    }

    internal static IQueryable<LeadRecord> Records(CrmDbContext db, IQueryable<Lead> leads, CurrentMember me)
    {
        var sees = me.SeesLeadAmounts();
        return leads.AsNoTracking().Join(db.Contacts, lead => lead.ContactId, contact => contact.Id, (lead, contact) => new { lead, contact }).OrderBy(row => row.lead.Id).Select(row => new LeadRecord(
            row.lead.Id, row.lead.Version.ToString(), row.lead.ContactId, row.lead.Name, row.contact.Email, row.contact.Phone, row.lead.Status, row.lead.Source, row.lead.SourceDetail,
            row.lead.UtmSource, row.lead.UtmMedium, row.lead.UtmCampaign, row.lead.Interest, row.lead.Timeline, sees ? row.lead.Amount : null, row.lead.PropertyState, row.lead.Message, row.lead.AssigneeId,
            row.lead.Inquiries, row.lead.Attempts, row.lead.NextStep, row.lead.NextStepOn, row.lead.Score, row.lead.Band, row.lead.ReceivedAt, row.lead.LastInquiryAt, row.lead.LastContactAt, row.lead.EndedAt, row.lead.UpdatedAt));
    }
}
