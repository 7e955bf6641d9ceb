using CrmStudio.App.Access.Api;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Api.Queries;

/// <summary>The people a key may see, a page at a time.</summary>
public sealed class ContactRecordsQuery(CrmWork work, ContactSight sight)
{
    public async Task<Outcome<ApiPageOf<ContactRecord>>> ReadAsync(ApiPaging paging, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.api.list", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var people = sight.Visible(unit.Db, ContactPermissions.Read);
        if (paging.After is { } after) people = people.Where(contact => contact.Id.CompareTo(after) > 0);
        return paging.Page(await Records(people.OrderBy(contact => contact.Id).Take(paging.Limit + 1)).ToListAsync(ct), contact => contact.Id);
    }

    internal static IQueryable<ContactRecord> Records(IQueryable<Contact> people) => people.AsNoTracking().Select(contact => new ContactRecord(
        contact.Id, contact.Version.ToString(), contact.FirstName, contact.LastName, contact.Email, contact.Phone, contact.Kind, contact.JobTitle, contact.CompanyId, contact.State, contact.TimeZone, contact.Language, contact.PreferredChannel,
        contact.Source, contact.DoNotCallSince, contact.OwnerId, contact.LastTouchAt, contact.CreatedAt, contact.UpdatedAt));
}
