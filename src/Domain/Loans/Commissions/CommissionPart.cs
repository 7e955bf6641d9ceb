namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>What somebody gets.</summary>
/// <param name="Payee">As whom.</param>
/// <param name="MemberId">The colleague; null for the company.</param>
/// <param name="Percent">Percent of what was split; of the whole commission for a referral.</param>
/// <param name="Amount">Dollars.</param>
public sealed record CommissionPart(CommissionPayee Payee, Guid? MemberId, decimal Percent, decimal Amount);
