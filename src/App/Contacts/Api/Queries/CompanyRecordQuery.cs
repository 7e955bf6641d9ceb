using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Api.Queries;

/// <summary>One company.</summary>
public sealed class CompanyRecordQuery(CrmWork work)
{
    public async Task<Outcome<CompanyRecord>> ReadAsync(Guid companyId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("companies.api.read", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        return await CompanyRecordsQuery.Records(unit.Db.Companies.Where(company => company.Id == companyId)).SingleOrDefaultAsync(ct) is { } record ? record : Refusal.NotFound;
    }
}
