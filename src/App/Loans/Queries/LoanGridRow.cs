using CrmStudio.Domain.Loans;

namespace CrmStudio.App.Loans.Queries;

/// <summary>A loan in the grid. Amount and LTV are null for who sees no amounts. Names of stage and people are in <see cref="LoanChoices"/>.</summary>
public sealed record LoanGridRow(
    Guid Id, uint Version, string Number, string BorrowerName, decimal? Amount, decimal? Ltv, Guid StageId, DateTimeOffset StageSince,
    Guid? OfficerId, Guid? ProcessorId, DateOnly? LockExpiresOn, DateOnly? ClosingOn, string? Product, LoanPurpose? Purpose, string? Source,
    DateTimeOffset CreatedAt, DateOnly? FundedOn, bool HasEnded)
{
    /// <summary>The day of the next thing to do about it; null when nothing is planned.</summary>
    public DateOnly? DueOn { get; init; }
}
