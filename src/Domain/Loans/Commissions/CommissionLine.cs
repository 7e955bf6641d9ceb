using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>What one payee gets of a loan's commission.</summary>
public sealed class CommissionLine : Entity
{
    private CommissionLine() { }

    internal CommissionLine(Guid commissionId, int position, CommissionPart part) =>
        (CommissionId, Position, Payee, MemberId, Percent, Amount) = (commissionId, position, part.Payee, part.MemberId, part.Percent, part.Amount);

    /// <summary>The commission.</summary>
    public Guid CommissionId { get; private set; }

    /// <summary>Order, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>As whom.</summary>
    public CommissionPayee Payee { get; private set; }

    /// <summary>The colleague; null for the company.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>Percent of what was split; of the whole commission for a referral.</summary>
    public decimal Percent { get; private set; }

    /// <summary>Dollars.</summary>
    public decimal Amount { get; private set; }
}
