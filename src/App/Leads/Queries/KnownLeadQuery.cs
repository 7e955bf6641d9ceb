using CrmStudio.App.Contacts;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Queries;

/// <summary>Whether somebody who is being entered is known already. Names are told only to who may see them.</summary>
public sealed class KnownLeadQuery(CrmWork work, ContactSight sight, CurrentMember me)
{
    public async Task<Outcome<KnownPerson>> ReadAsync(Inquiry person, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.known", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.RecogniseAsync(person, ct) is not { } known) return KnownPerson.Nobody;

        var isSeen = await sight.Visible(unit.Db, ContactPermissions.Read).AnyAsync(contact => contact.Id == known.Id, ct);
        var open = await unit.Db.Leads.AsNoTracking().Where(lead => lead.ContactId == known.Id && lead.EndedAt == null).Select(lead => (Guid?)lead.Id).SingleOrDefaultAsync(ct);
        var isMine = open is not null && await unit.Db.LeadsOf(me, LeadPermissions.Read).AnyAsync(lead => lead.Id == open, ct);
        return new KnownPerson(true, isSeen ? known.Name : null, isSeen ? known.Id : null, open is not null, isMine ? open : null);
    }
}

/// <summary>Somebody the organization knows.</summary>
/// <param name="Name">Who; null for who may not see them.</param>
/// <param name="HasLead">Whether they are an open lead: what is entered is added to it.</param>
/// <param name="LeadId">That lead; null for who may not see it.</param>
public sealed record KnownPerson(bool IsKnown, string? Name, Guid? ContactId, bool HasLead, Guid? LeadId)
{
    /// <summary>Nobody is known by these.</summary>
    public static KnownPerson Nobody { get; } = new(false, null, null, false, null);
}
