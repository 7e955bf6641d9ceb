using CrmStudio.App.Contacts;
using CrmStudio.App.Leads.Scoring;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads;

/// <summary>A call with a person counts on their open lead, whoever made it: an answer is an answer. The lead goes by the person's name.</summary>
public sealed class LeadsFollowContacts : IFollowContacts
{
    public async Task TouchedAsync(CrmUnit unit, Contact contact, Touch touch, CancellationToken ct)
    {
        if (!touch.IsAttempt && !touch.IsContact) return;
        if (await unit.Db.Leads.SingleOrDefaultAsync(lead => lead.ContactId == contact.Id && lead.EndedAt == null, ct) is not { } open) return;
        open.Work(touch, unit.At);
        await unit.ScoreAsync([open], ct);
    }

    public async Task RenamedAsync(CrmUnit unit, Contact contact, CancellationToken ct)
    {
        if (await unit.Db.Leads.SingleOrDefaultAsync(lead => lead.ContactId == contact.Id && lead.EndedAt == null, ct) is { } open) open.Rename(contact.Name);
    }
}
