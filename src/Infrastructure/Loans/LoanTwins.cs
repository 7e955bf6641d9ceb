namespace CrmStudio.Infrastructure.Loans;

/// <summary>Columns PostgreSQL computes beside others, so that lists find what they show along an index.</summary>
public static class LoanTwins
{
    /// <summary>The amount in cents: comparing numeric is not leakproof, so under row-level security it reaches no index.</summary>
    public const string AmountCents = "AmountCents";

    /// <summary>The day a loan was funded, or <see cref="Never"/>: "not funded, or lately" is one range of it.</summary>
    public const string FundedOrNever = "FundedOrNever";

    /// <summary>Stands for a loan that was not funded. Not the last day .NET knows, which PostgreSQL is told as infinity.</summary>
    public static readonly DateOnly Never = new(9000, 1, 1);
}
