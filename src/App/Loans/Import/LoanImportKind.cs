using CrmStudio.App.Compliance;
using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Loans.Clocks;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Import;

/// <summary>Files of loans.</summary>
public sealed class LoanImportKind(LenderRules rules) : IImportKind
{
    public const string KindName = "loans";

    public string Name => KindName;

    public ImportNouns Nouns { get; } = new("loan", "loans", "loan number");

    public string Url => LoanUrls.Import;

    public (string Name, string Url) Home => ("Pipeline", LoanUrls.Board);

    public Permission Permission => LoanPermissions.Import;

    public ImportFields Fields => LoanImportFields.All;

    public string KeyField => LoanImportField.LoanNumber.Name();

    public bool ShowsAll(CurrentMember me) => me.SeesAmounts();

    public async Task<ImportDesk> OpenAsync(CrmUnit unit, CurrentMember me, FileImport import, CancellationToken ct) => await LoanDesk.OpenAsync(unit, me, new LoanGates(new LoanClocks(rules, me), me), import, ct);
}
