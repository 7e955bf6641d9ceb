using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import;

/// <summary>The people of a file: known again by their e-mail, else brought in.</summary>
/// <param name="unit">Where new ones are written.</param>
/// <param name="known">Ids by e-mail; new people join them.</param>
internal sealed class LoanPeople(CrmUnit unit, Dictionary<string, Guid> known)
{
    /// <summary>The people who are there under the drafts' e-mails: of several the oldest.</summary>
    public static async Task<Dictionary<string, Guid>> KnownAsync(CrmUnit unit, IReadOnlyList<LoanDraft> drafts, CancellationToken ct)
    {
        var mails = drafts.Select(KeyOf).OfType<string>().Distinct().ToList();
        var people = await unit.Db.Contacts.Where(contact => mails.Contains(contact.EmailKey!)).OrderBy(contact => contact.CreatedAt).ThenBy(contact => contact.Id)
            .Select(contact => new { contact.EmailKey, contact.Id }).ToListAsync(ct);
        return people.DistinctBy(contact => contact.EmailKey).ToDictionary(contact => contact.EmailKey!, contact => contact.Id, StringComparer.Ordinal);
    }

    /// <summary>The borrower of a row.</summary>
    public Guid Borrower(LoanDraft draft, Guid? officer)
    {
        var key = KeyOf(draft);
        if (key is not null && known.TryGetValue(key, out var id)) return id;

        var person = new Contact(draft.FirstName ?? "", draft.LastName!) { OwnerId = officer };
        person.ReachBy(draft.Email, draft.Phone);
        unit.Many.Add([person]);
        if (key is not null) known.Add(key, person.Id);
        return person.Id;
    }

    /// <summary>The co-borrower of a row; null when it names none.</summary>
    public Contact? CoBorrower(LoanDraft draft, Guid? officer)
    {
        if (draft.CoLastName is not { } lastName) return null;
        var person = new Contact(draft.CoFirstName ?? "", lastName) { OwnerId = officer };
        unit.Many.Add([person]);
        return person;
    }

    private static string? KeyOf(LoanDraft draft) => draft.Email is null ? null : EmailAddress.Normalize(draft.Email);
}
