using CrmStudio.App.Access.Api;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Api.UseCases;

/// <summary>Changes a company as a program says, if it is still the version the program knows.</summary>
public sealed class AmendCompany(CrmWork work)
{
    public async Task<Outcome> RunAsync(Guid companyId, ApiRequest request, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("companies.api.amend", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.Companies.SingleOrDefaultAsync(one => one.Id == companyId, ct) is not { } company) return Refusal.NotFound;
        if (request.Version is not { } version) return AccessRefusals.VersionNeeded;
        if (version != company.Version) return Refusal.ChangedMeanwhile;

        var read = ApiJson.Over(company.Facts(), request.Sent);
        if (read.Value is not { } facts) return read.Refusal!;
        if (company.Know(facts) is { IsDone: false } wrong) return wrong;
        return await unit.SaveAsync(ct);
    }
}
