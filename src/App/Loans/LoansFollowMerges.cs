using CrmStudio.App.Contacts.Duplicates;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans;

/// <summary>Loans are called as their borrower is.</summary>
public sealed class LoansFollowMerges : IFollowMerges
{
    public async Task FollowAsync(CrmUnit unit, Guid survivorId, Guid lostId, string name, CancellationToken ct)
    {
        var db = unit.Db;
        var loans = await db.Loans.Where(loan => db.LoanParties.Any(party => party.LoanId == loan.Id && party.Role == LoanPartyRole.Borrower && (party.ContactId == survivorId || party.ContactId == lostId))).ToListAsync(ct);
        foreach (var loan in loans) loan.NameBorrower(name);
    }
}
