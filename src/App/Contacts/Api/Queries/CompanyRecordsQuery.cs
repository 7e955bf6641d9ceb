using CrmStudio.App.Access.Api;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Api.Queries;

/// <summary>The companies of the organization, a page at a time: whoever sees people sees them all.</summary>
public sealed class CompanyRecordsQuery(CrmWork work)
{
    public async Task<Outcome<ApiPageOf<CompanyRecord>>> ReadAsync(ApiPaging paging, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("companies.api.list", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        IQueryable<Company> companies = unit.Db.Companies;
        if (paging.After is { } after) companies = companies.Where(company => company.Id.CompareTo(after) > 0);
        return paging.Page(await Records(companies.OrderBy(company => company.Id).Take(paging.Limit + 1)).ToListAsync(ct), company => company.Id);
    }

    internal static IQueryable<CompanyRecord> Records(IQueryable<Company> companies) => companies.AsNoTracking().Select(company => new CompanyRecord(
        company.Id, company.Version.ToString(), company.Name, company.Kind, company.Domain, company.Phone, company.Email, company.Street, company.City, company.State, company.Zip, company.LicenceNumber, company.LicenceState,
        company.LicenceExpiresOn, company.Rating, company.RatingCount, company.Website, company.LinkedIn, company.Facebook, company.Instagram, company.OwnerId, company.CreatedAt, company.UpdatedAt));
}
