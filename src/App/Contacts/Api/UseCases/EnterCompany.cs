using CrmStudio.App.Access.Api;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Api.UseCases;

/// <summary>Enters a company as a program sends it; refuses one whose name or domain is there.</summary>
public sealed class EnterCompany(CrmWork work)
{
    private static readonly Refusal knownAlready = new("contacts.company-known-already", "A company of this name or domain is there already.");

    public async Task<Outcome<ApiCreated>> RunAsync(ApiRequest request, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("companies.api.enter", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var before = await request.Once.BeforeAsync(unit, ct);
        if (before.Refusal is { } reused) return reused;
        if (before.Value is { } same) return same;

        var read = ApiJson.Over(new CompanyFacts(null), request.Sent);
        if (read.Value is not { } facts) return read.Refusal!;
        var made = Company.Named(facts.Name);
        if (made.Value is not { } company) return made.Refusal!;
        if (company.Know(facts) is { IsDone: false } wrong) return wrong.Refusal;
        if (await unit.Db.Companies.AnyAsync(one => one.NameKey == company.NameKey || (company.Domain != null && one.Domain == company.Domain), ct)) return knownAlready;

        unit.Db.Companies.Add(company);
        var answer = request.Once.Keep(unit, new ApiCreated(company.Id, null, true));
        var saved = await unit.SaveAsync(ct, ApiOnce.Duplicate);
        return saved.IsDone ? answer : saved.Refusal;
    }
}
