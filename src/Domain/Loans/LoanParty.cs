using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans;

/// <summary>A person's part in a loan.</summary>
public sealed class LoanParty : Entity
{
    private LoanParty() { }

    internal LoanParty(Guid loanId, Guid contactId, LoanPartyRole role, int position) =>
        (LoanId, ContactId, Role, Position) = (loanId, contactId, role, position);

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The person.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>What the person is to the loan.</summary>
    public LoanPartyRole Role { get; private set; }

    /// <summary>Order among the parties, from 1.</summary>
    public int Position { get; private set; }
}
