namespace CrmStudio.Domain.Loans.Watch;

/// <summary>A product on the organization's rate sheet with its newest rate.</summary>
/// <param name="Type">Who stands behind the loan.</param>
/// <param name="IsJumbo">Above the conforming limit; for conventional loans only.</param>
/// <param name="Months">Term in months.</param>
/// <param name="Rate">Note rate in percent.</param>
/// <param name="Points">Points that go with it, in percent of the loan.</param>
/// <param name="On">The day of the rate.</param>
public sealed record RateOffer(MortgageType Type, bool IsJumbo, int Months, decimal Rate, decimal Points, DateOnly On);
