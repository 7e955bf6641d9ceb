using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Integrations.Imports.Texts;
using static CrmStudio.Domain.Contacts.Import.CompanyImportFields;

namespace CrmStudio.Domain.Contacts.Import;

/// <summary>Reads the texts of a row as a company, and says in plain words what cannot be read. Knows no database.</summary>
/// <param name="mapping">Which cell holds what.</param>
public sealed class CompanyImportReader(ImportMapping mapping)
{
    private static readonly Choice<CompanyKind> kinds = new("a kind of company",
        (CompanyKind.Brokerage, "Brokerage|real estate|realty|broker"), (CompanyKind.Title, "Title|title company|escrow"), (CompanyKind.Builder, "Builder|home builder|construction"), (CompanyKind.Insurance, "Insurance|insurer"),
        (CompanyKind.Employer, "Employer"), (CompanyKind.Lender, "Lender|bank|mortgage|credit union"), (CompanyKind.Other, "Other"));

    /// <summary>Reads one row.</summary>
    public ImportResult<CompanyImportDraft> Read(IReadOnlyList<string> texts)
    {
        var cells = new Cells(mapping, All, texts);
        var name = cells.Plain(Name, Company.NameMaxLength);
        if (string.IsNullOrEmpty(Company.KeyOf(name ?? "")) && cells.CanBeTaken) cells.Complain(Name, "a company needs a name with letters in it");
        var draft = new CompanyImportDraft(
            name ?? "", cells.Take(Kind, kinds.Read), cells.Plain(CompanyImportFields.Domain, 253), cells.Phone(Phone), cells.Email(Email), cells.Plain(Street, ContactAddress.LineMaxLength), cells.Plain(City, ContactAddress.LineMaxLength),
            cells.Take(State, StateText.Read), cells.Take(Zip, ZipText.Read), cells.Plain(Licence, Company.LicenceMaxLength), cells.Take(LicenceState, StateText.Read), cells.Take(Website, Link));
        if (cells.CanBeTaken) cells.Refuse(draft.Over(null).Trimmed().Refuse());
        return new ImportResult<CompanyImportDraft>(name is null ? null : draft.Key, cells.CanBeTaken ? draft : null, cells.Problems);
    }

    private static Reading<string> Link(string text) => new(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text);
}
