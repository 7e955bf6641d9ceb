using CrmStudio.App.Integrations.Imports;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Import;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts.Import;

/// <summary>Files of companies.</summary>
public sealed class CompanyImportKind : IImportKind
{
    public const string KindName = "companies";

    public string Name => KindName;

    public ImportNouns Nouns { get; } = new("company", "companies", "name");

    public string Url => ContactUrls.ImportCompanies;

    public (string Name, string Url) Home => ("Companies", ContactUrls.Companies);

    public Permission Permission => ContactPermissions.Import;

    public ImportFields Fields => CompanyImportFields.All;

    public string KeyField => CompanyImportFields.KeyField;

    public bool ShowsAll(CurrentMember me) => true;

    public Task<ImportDesk> OpenAsync(CrmUnit unit, CurrentMember me, FileImport import, CancellationToken ct) => Task.FromResult<ImportDesk>(new CompanyDesk(unit, me, import));
}
