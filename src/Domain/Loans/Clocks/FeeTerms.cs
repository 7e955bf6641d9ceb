namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>What a fee says, in one piece. Amounts in US dollars.</summary>
public sealed record FeeTerms(
    FeeSection Section, string Name, string? PaidTo, ToleranceBucket Bucket, decimal? Estimated, decimal? Charged, DateOnly? ImposedOn, bool IsCreditReport);
