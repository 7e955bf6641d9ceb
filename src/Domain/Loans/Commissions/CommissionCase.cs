namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>What a commission is computed from.</summary>
/// <param name="Amount">Amount lent, in dollars.</param>
/// <param name="FundedOn">The day it funded.</param>
/// <param name="Source">Where the borrower came from.</param>
/// <param name="LoansInPeriod">Loans of the officer that funded in the plan's period, this one included.</param>
/// <param name="VolumeInPeriod">Their amounts, in dollars, this one's included.</param>
/// <param name="PaidThisYear">What the officer's other loans have paid since January 1, before any split, in dollars.</param>
/// <param name="OfficerId">The officer.</param>
/// <param name="ProcessorId">The processor, when there is one.</param>
/// <param name="ReferrerId">The colleague who referred the borrower, when there is one.</param>
public sealed record CommissionCase(
    decimal Amount, DateOnly FundedOn, string? Source, int LoansInPeriod, decimal VolumeInPeriod, decimal PaidThisYear, Guid OfficerId, Guid? ProcessorId, Guid? ReferrerId);
