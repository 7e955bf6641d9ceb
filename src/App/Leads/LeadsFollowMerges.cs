using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads;

/// <summary>Leads are called as their person is.</summary>
public sealed class LeadsFollowMerges : IFollowMerges
{
    public async Task FollowAsync(CrmUnit unit, Guid survivorId, Guid lostId, string name, CancellationToken ct)
    {
        var leads = await unit.Db.Leads.Where(lead => lead.ContactId == survivorId || lead.ContactId == lostId).ToListAsync(ct);
        foreach (var lead in leads.Where(lead => unit.Db.Entry(lead).State != EntityState.Deleted)) lead.BelongTo(survivorId, name);
    }
}
