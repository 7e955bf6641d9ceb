using CrmStudio.App.Shell.Search;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Search;

/// <summary>Companies in the search, by name, domain, e-mail and number.</summary>
public sealed class CompanyFinder(CurrentMember me) : IFindRecords
{
    public string Heading => "Companies";

    public int Order => 30;

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(CrmUnit unit, RecordMatches matches, int most, CancellationToken ct)
    {
        if (!me.May(ContactPermissions.Read)) return [];
        var ids = await matches.VisibleAsync(ContactTables.Companies, [unit.Db.Companies.AsNoTracking()], most, ct);
        if (ids.Count == 0) return [];
        var rows = await unit.Db.Companies.AsNoTracking().Where(company => ids.Contains(company.Id)).ToDictionaryAsync(company => company.Id, ct);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(company => new FoundRecord(
                company.Id, "house", company.Name, string.Join(" · ", new[] { ContactWords.Of(company.Kind), company.City, company.Domain, company.Phone }.Where(part => !string.IsNullOrEmpty(part))), ContactUrls.ForCompany(company.Id))),
        ];
    }
}
