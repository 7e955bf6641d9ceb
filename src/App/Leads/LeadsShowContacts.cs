using CrmStudio.App.Contacts;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Leads;

/// <summary>Whoever sees a lead sees its person.</summary>
public sealed class LeadsShowContacts : IShowContacts
{
    public IQueryable<Guid>? Shown(CrmDbContext db, CurrentMember me) =>
        me.May(LeadPermissions.Read) ? db.LeadsOf(me, LeadPermissions.Read).Select(lead => lead.ContactId) : null;
}
