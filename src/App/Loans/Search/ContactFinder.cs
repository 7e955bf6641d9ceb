using CrmStudio.App.Shell.Search;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Search;

/// <summary>People in the search: those the member looks after, and those on loans the member may read. A person opens on the newest such loan.</summary>
public sealed class ContactFinder(CurrentMember me) : IFindRecords
{
    private const string Contacts = "contacts";

    public string Heading => "People";

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(CrmUnit unit, RecordMatches matches, int most, CancellationToken ct)
    {
        var db = unit.Db;
        var loans = db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read);
        var ids = await matches.VisibleAsync(Contacts, Visible(db.Contacts.AsNoTracking(), db.LoanParties, loans), most, ct);
        if (ids.Count == 0) return [];

        var rows = await db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.Id))
            .Select(contact => new
            {
                contact.Id, contact.FirstName, contact.LastName, contact.Email, contact.Phone,
                LoanId = loans.Where(loan => db.LoanParties.Any(party => party.LoanId == loan.Id && party.ContactId == contact.Id))
                    .OrderByDescending(loan => loan.CreatedAt).Select(loan => (Guid?)loan.Id).FirstOrDefault(),
            })
            .ToDictionaryAsync(contact => contact.Id, ct);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(person => new FoundRecord(
                person.Id, "person", $"{person.FirstName} {person.LastName}".Trim(),
                string.Join(" · ", new[] { "contact", person.Email, person.Phone }.Where(part => !string.IsNullOrEmpty(part))),
                Href(person.LoanId, person.Email, person.Phone))).Where(person => person.Href.Length > 0),
        ];
    }

    private IReadOnlyList<IQueryable<Contact>> Visible(IQueryable<Contact> contacts, IQueryable<LoanParty> parties, IQueryable<Loan> loans)
    {
        var scope = me.ScopeOf(LoanPermissions.Read);
        if (scope == Scope.Organization) return [contacts];

        var mine = scope == Scope.Team ? [.. me.Authority.Team, me.Id] : new[] { me.Id };
        return
        [
            contacts.Where(contact => mine.Contains(contact.OwnerId!.Value)),
            contacts.Where(contact => parties.Any(party => party.ContactId == contact.Id && loans.Any(loan => loan.Id == party.LoanId))),
        ];
    }

    /// <summary>There is no page of a person alone: without a loan the row writes or calls.</summary>
    private static string Href(Guid? loanId, string? email, string? phone) =>
        loanId is { } loan ? LoanUrls.For(loan) : email is not null ? $"mailto:{email}" : phone is not null ? $"tel:{phone}" : "";
}
