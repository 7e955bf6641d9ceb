namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>A share of what a plan pays.</summary>
/// <param name="Payee">Who takes it.</param>
/// <param name="MemberId">Which colleague, where the plan names one.</param>
/// <param name="Percent">Percent of the commission after the referral.</param>
public sealed record CommissionShare(CommissionPayee Payee, Guid? MemberId, decimal Percent);
