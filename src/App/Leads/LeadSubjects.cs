using CrmStudio.App.Contacts.Tasks;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads;

/// <summary>Tasks about leads.</summary>
public sealed class LeadSubjects : ITaskSubjects
{
    public string Table => LeadTables.Leads;

    public IQueryable<Guid> LookedAfterBy(CrmDbContext db, Guid memberId) => db.Leads.Where(lead => lead.AssigneeId == memberId).Select(lead => lead.Id);

    public async Task<IReadOnlyDictionary<Guid, TaskSubject>> NamesAsync(CrmDbContext db, CurrentMember me, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.LeadsOf(me, LeadPermissions.Read).AsNoTracking().Where(lead => ids.Contains(lead.Id)).ToDictionaryAsync(lead => lead.Id, lead => new TaskSubject(lead.Name, LeadUrls.For(lead.Id)), ct);
}
