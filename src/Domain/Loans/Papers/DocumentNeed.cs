namespace CrmStudio.Domain.Loans.Papers;

/// <summary>What is asked for: the words and terms of one document.</summary>
/// <param name="Name">What it is called: "Pay stubs, last 30 days".</param>
/// <param name="Instructions">What the borrower reads below the name.</param>
/// <param name="Verifies">Whether it verifies what the application says: income, assets, employment (12 CFR 1026.19(e)(2)(iii)).</param>
/// <param name="IsRequired">Whether the loan waits for it; otherwise the borrower may send it.</param>
/// <param name="FromBorrower">Whether the borrower brings it; otherwise an agent, an association, the title company.</param>
/// <param name="DueOn">The day it is due; only for what is required.</param>
/// <param name="GoodForDays">How long it stays good once accepted; null for good.</param>
public sealed record DocumentNeed(string Name, string? Instructions, bool Verifies, bool IsRequired, bool FromBorrower, DateOnly? DueOn, int? GoodForDays);
