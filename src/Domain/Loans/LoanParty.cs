using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Updates;

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

    /// <summary>Whether the person gets status updates: only when somebody said so.</summary>
    public bool GetsUpdates { get; private set; }

    /// <summary>Whom updates to this person are worded for; null for who gets none.</summary>
    public static UpdateAudience? AudienceOf(LoanPartyRole role) => role switch
    {
        LoanPartyRole.Borrower or LoanPartyRole.CoBorrower => UpdateAudience.Borrowers,
        LoanPartyRole.BuyersAgent or LoanPartyRole.ListingAgent or LoanPartyRole.Referrer => UpdateAudience.Agents,
        _ => null,
    };

    /// <summary>Keeps the person informed, or stops it.</summary>
    public Outcome KeepInformed(bool isInformed)
    {
        if (isInformed && AudienceOf(Role) is null) return UpdateRefusals.NoAudience;
        GetsUpdates = isInformed;
        return Outcome.Done;
    }
}
