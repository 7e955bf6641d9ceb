using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Mismo;

/// <summary>Finds what of a file is here already: its loan, and its people.</summary>
internal static class MismoMatching
{
    private const int MostMatches = 5;

    /// <summary>Open loans this file may be of, among those the member may write to.</summary>
    public static async Task<IReadOnlyList<MismoMatch>> LoansAsync(CrmUnit unit, CurrentMember me, MismoApplication file, CancellationToken ct)
    {
        var mine = Writable(unit, me).StillOpen();
        var mails = file.People.Where(person => person.IsBorrower && person.Email is not null).Select(person => EmailAddress.Normalize(person.Email!)).ToArray();
        var found = await mine.Where(loan => loan.Number == file.Number).Select(loan => new MismoMatch(loan.Id, loan.Number, loan.BorrowerName, "the same loan number")).ToListAsync(ct);
        if (file.Hmda.Uli is { } uli)
            found.AddRange(await mine.Where(loan => unit.Db.HmdaRecords.Any(record => record.LoanId == loan.Id && record.Uli == uli)).Take(MostMatches).Select(loan => new MismoMatch(loan.Id, loan.Number, loan.BorrowerName, "the same ULI")).ToListAsync(ct));
        if (mails.Length > 0)
            found.AddRange(await mine.Where(loan => unit.Db.LoanParties.Any(party => party.LoanId == loan.Id && party.Role <= LoanPartyRole.CoBorrower && unit.Db.Contacts.Any(contact => contact.Id == party.ContactId && mails.Contains(contact.EmailKey!))))
                .OrderByDescending(loan => loan.CreatedAt).Take(MostMatches).Select(loan => new MismoMatch(loan.Id, loan.Number, loan.BorrowerName, "a borrower with the same e-mail")).ToListAsync(ct));
        return [.. found.DistinctBy(match => match.LoanId).Take(MostMatches)];
    }

    /// <summary>Loans the member may write an import to.</summary>
    public static IQueryable<Loan> Writable(CrmUnit unit, CurrentMember me) => unit.Db.Loans.VisibleTo(me, LoanPermissions.Import).VisibleTo(me, LoanPermissions.Edit);

    /// <summary>The person of the loan a person of the file is; null where there is none. E-mail decides before the name does.</summary>
    public static MismoPerson? Known(MismoPerson person, IReadOnlyList<MismoPerson> there) =>
        there.FirstOrDefault(known => IsSameSide(known, person) && person.Email is { } mail && known.Email is { } other && EmailAddress.Normalize(mail) == EmailAddress.Normalize(other))
        ?? there.FirstOrDefault(known => IsSameSide(known, person) && string.Equals(known.Name, person.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a person becomes on a loan that may have a borrower already.</summary>
    public static LoanPartyRole RoleOn(MismoPerson person, IReadOnlyList<MismoPerson> there) =>
        person.Role == LoanPartyRole.Borrower && there.Any(known => known.Role == LoanPartyRole.Borrower) ? LoanPartyRole.CoBorrower : person.Role;

    private static bool IsSameSide(MismoPerson one, MismoPerson other) => one.IsBorrower ? other.IsBorrower : one.Role == other.Role;
}
