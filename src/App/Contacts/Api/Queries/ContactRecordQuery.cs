using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Api.Queries;

/// <summary>One person a key may see.</summary>
public sealed class ContactRecordQuery(CrmWork work, ContactSight sight)
{
    public async Task<Outcome<ContactRecord>> ReadAsync(Guid contactId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.api.read", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        return await ContactRecordsQuery.Records(sight.Visible(unit.Db, ContactPermissions.Read).Where(contact => contact.Id == contactId)).SingleOrDefaultAsync(ct) is { } record ? record : Refusal.NotFound;
    }
}
