using CrmStudio.App.Integrations.Imports;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Import;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.Import;

/// <summary>Files of leads.</summary>
public sealed class LeadImportKind : IImportKind
{
    public const string KindName = "leads";

    public string Name => KindName;

    public ImportNouns Nouns { get; } = new("lead", "leads", "e-mail or phone");

    public string Url => LeadUrls.Import;

    public (string Name, string Url) Home => ("Leads", LeadUrls.Inbox);

    public Permission Permission => LeadPermissions.Import;

    public ImportFields Fields => LeadImportFields.All;

    public string KeyField => LeadImportFields.KeyField;

    public bool ShowsAll(CurrentMember me) => me.SeesLeadAmounts();

    public async Task<ImportDesk> OpenAsync(CrmUnit unit, CurrentMember me, FileImport import, CancellationToken ct) => await LeadDesk.OpenAsync(unit, me, import, ct);
}
