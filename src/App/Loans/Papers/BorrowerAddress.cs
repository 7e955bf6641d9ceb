using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers;

/// <summary>Where a loan's borrower reads mail.</summary>
internal static class BorrowerAddress
{
    /// <summary>The address of the first borrower who has one; null when nobody has.</summary>
    public static async Task<string?> OfAsync(CrmUnit unit, Guid loanId, CancellationToken ct) =>
        await unit.Db.LoanParties.Where(party => party.LoanId == loanId && (party.Role == LoanPartyRole.Borrower || party.Role == LoanPartyRole.CoBorrower))
            .Join(unit.Db.Contacts, party => party.ContactId, contact => contact.Id, (party, contact) => new { party.Role, party.Position, contact.Email })
            .Where(party => party.Email != null).OrderBy(party => party.Role == LoanPartyRole.Borrower ? 0 : 1).ThenBy(party => party.Position)
            .Select(party => party.Email).FirstOrDefaultAsync(ct);
}
