using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>A window of the companies by name, by keyset. Companies are known to everybody who sees people; their people only to who sees those.</summary>
public sealed class CompaniesQuery(CrmWork work, ContactSight sight)
{
    /// <summary>Rows a window has.</summary>
    public const int Window = 50;

    /// <param name="Kind">Only such; null for all.</param>
    /// <param name="Text">Words in the name or the domain.</param>
    /// <param name="After">The row to go on behind.</param>
    public sealed record Input(CompanyKind? Kind, string? Text, CompanyRow? After = null);

    public async Task<Outcome<CompaniesPart>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("companies.list", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, companies) = (unit.Db, unit.Db.Companies.AsNoTracking());
        if (input.Kind is { } kind) companies = companies.Where(company => company.Kind == kind);
        if (!string.IsNullOrWhiteSpace(input.Text))
        {
            var pattern = $"%{input.Text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            companies = companies.Where(company => EF.Functions.ILike(company.Name, pattern, "\\") || EF.Functions.ILike(company.Domain!, pattern, "\\"));
        }
        if (input.After is { Name: var name, Id: var id }) companies = companies.Where(company => EF.Functions.GreaterThan(ValueTuple.Create(company.Name, company.Id), ValueTuple.Create(name, id)));
        var seen = sight.Visible(db, ContactPermissions.Read);
        var rows = await companies.OrderBy(company => company.Name).ThenBy(company => company.Id).Take(Window + 1).Select(company => new CompanyRow(
            company.Id, company.Name, company.Kind, company.City, company.State, company.Phone, company.Domain, company.Rating, company.RatingCount, company.LicenceExpiresOn, seen.Count(person => person.CompanyId == company.Id))).ToListAsync(ct);
        var hasMore = rows.Count > Window;
        if (hasMore) rows.RemoveAt(Window);
        return new CompaniesPart(rows, hasMore);
    }
}

/// <summary>A window of the companies.</summary>
public sealed record CompaniesPart(IReadOnlyList<CompanyRow> Rows, bool HasMore);

/// <summary>A company in the list.</summary>
/// <param name="People">How many people of it the member sees.</param>
public sealed record CompanyRow(Guid Id, string Name, CompanyKind Kind, string? City, string? State, string? Phone, string? Domain, decimal? Rating, int? RatingCount, DateOnly? LicenceExpiresOn, int People);
