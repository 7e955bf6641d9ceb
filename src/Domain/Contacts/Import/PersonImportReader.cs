using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Integrations.Imports.Texts;
using static CrmStudio.Domain.Contacts.Import.PersonImportFields;

namespace CrmStudio.Domain.Contacts.Import;

/// <summary>Reads the texts of a row as a person, and says in plain words what cannot be read. Knows no database.</summary>
/// <param name="mapping">Which cell holds what.</param>
/// <param name="people">The members people can be given to.</param>
public sealed class PersonImportReader(ImportMapping mapping, IReadOnlyList<ImportPerson> people)
{
    private static readonly Choice<ContactKind> kinds = new("a kind of contact",
        (ContactKind.Client, "Client|borrower|past client|customer|current client"), (ContactKind.Prospect, "Prospect|lead"), (ContactKind.Agent, "Agent|realtor|real estate agent|referral partner"),
        (ContactKind.Partner, "Partner|vendor|title|builder|insurance|attorney"), (ContactKind.Other, "Other|contact|sphere"));

    private readonly ImportPeople people = new(people);

    /// <summary>Reads one row.</summary>
    public ImportResult<PersonImportDraft> Read(IReadOnlyList<string> texts)
    {
        var cells = new Cells(mapping, All, texts);
        var (first, last) = cells.Name(FirstName, LastName, Name, Contact.NameMaxLength);
        var (email, phone) = (cells.Email(Email), cells.Phone(Phone));
        var company = cells.Plain(PersonImportFields.Company, Contacts.Company.NameMaxLength);
        var draft = new PersonImportDraft(
            Cells.KeyOf(email, phone, first) ?? "", first, last, email, phone, cells.Take(Kind, kinds.Read), cells.Plain(JobTitle, Contact.WordMaxLength), company,
            cells.Take(State, StateText.Read), cells.Plain(Language, Contact.WordMaxLength), cells.Plain(Source, Contact.WordMaxLength), cells.Take(Owner, people.Read));
        if (draft.Key.Length == 0 && cells.CanBeTaken) cells.Complain(mapping.ColumnOf(Email) is null ? Phone : Email, "a person needs an e-mail address or a phone number to be known again");
        if (cells.CanBeTaken) cells.Refuse(draft.Over(null, null).Trimmed().Refuse());
        return new ImportResult<PersonImportDraft>(draft.Key.Length == 0 ? null : draft.Key, cells.CanBeTaken ? draft : null, cells.Problems);
    }
}
