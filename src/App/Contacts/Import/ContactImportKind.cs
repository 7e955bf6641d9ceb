using CrmStudio.App.Integrations.Imports;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Import;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts.Import;

/// <summary>Files of people.</summary>
public sealed class ContactImportKind : IImportKind
{
    public const string KindName = "contacts";

    public string Name => KindName;

    public ImportNouns Nouns { get; } = new("person", "people", "e-mail or phone");

    public string Url => ContactUrls.ImportPeople;

    public (string Name, string Url) Home => ("People", ContactUrls.People);

    public Permission Permission => ContactPermissions.Import;

    public ImportFields Fields => PersonImportFields.All;

    public string KeyField => PersonImportFields.KeyField;

    public bool ShowsAll(CurrentMember me) => true;

    public async Task<ImportDesk> OpenAsync(CrmUnit unit, CurrentMember me, FileImport import, CancellationToken ct) => await ContactDesk.OpenAsync(unit, me, import, ct);
}
