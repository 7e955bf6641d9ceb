using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts;

/// <summary>Recognises a company by its name, however it is spelled, so that none is entered twice.</summary>
public static class KnownCompanies
{
    /// <summary>The company of that name, the eldest of several; a new one where there is none.</summary>
    public static async Task<Outcome<Company>> CompanyNamedAsync(this CrmUnit unit, string name, CancellationToken ct)
    {
        var key = Company.KeyOf(name);
        var known = await unit.Db.Companies.OrderBy(company => company.Id).FirstOrDefaultAsync(company => company.NameKey == key, ct);
        if (known is not null) return known;
        var made = Company.Named(name);
        if (made.Value is not { } company) return made.Refusal!;
        unit.Db.Companies.Add(company);
        return company;
    }
}
