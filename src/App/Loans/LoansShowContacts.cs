using CrmStudio.App.Contacts;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Loans;

/// <summary>Whoever sees a loan sees its people.</summary>
public sealed class LoansShowContacts : IShowContacts
{
    public IQueryable<Guid>? Shown(CrmDbContext db, CurrentMember me)
    {
        if (!me.May(LoanPermissions.Read)) return null;
        var loans = db.Loans.VisibleTo(me, LoanPermissions.Read);
        return db.LoanParties.Where(party => loans.Any(loan => loan.Id == party.LoanId)).Select(party => party.ContactId);
    }
}
