using CrmStudio.App.Contacts;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads;

/// <summary>What the leads of a person tell of them: inquiries, assignments, what was said to whoever worked on them.</summary>
public sealed class LeadsTellOfContacts(CurrentMember me) : ITellOfContacts
{
    public bool ShowsAmounts(CurrentMember who) => who.SeesLeadAmounts();

    public async Task<IReadOnlyList<ContactLine>> TellAsync(CrmUnit unit, Guid contactId, TimelineMark? before, int most, CancellationToken ct)
    {
        if (!me.May(LeadPermissions.Read)) return [];
        var leads = unit.Db.LeadsOf(me, LeadPermissions.Read).Where(lead => lead.ContactId == contactId).Select(lead => lead.Id);
        var activities = await unit.Db.Activities.AsNoTracking().Where(activity => activity.EntityType == LeadTables.Leads && leads.Contains(activity.EntityId)).Older(before, most).ToListAsync(ct);
        return [.. activities.Select(activity => activity.LineOf("their lead"))];
    }

    public async Task<IReadOnlyList<ContactRecord>> RecordsAsync(CrmUnit unit, Guid contactId, CancellationToken ct)
    {
        if (!me.May(LeadPermissions.Read)) return [];
        var leads = await unit.Db.LeadsOf(me, LeadPermissions.Read).AsNoTracking().Where(lead => lead.ContactId == contactId).OrderByDescending(lead => lead.ReceivedAt).ThenByDescending(lead => lead.Id)
            .Take(10).Select(lead => new { lead.Id, lead.Source, lead.Status }).ToListAsync(ct);
        return [.. leads.Select(lead => new ContactRecord(lead.Id, "inbox", $"Lead, {lead.Source}", lead.Status.ToString(), LeadUrls.For(lead.Id)))];
    }
}
