namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>Everything that decides whether a loan qualifies, as one sheet that is worked on and saved together.</summary>
/// <param name="Terms">What is lent, on what.</param>
/// <param name="Housing">What living there costs every month.</param>
/// <param name="Costs">What closing costs and brings.</param>
/// <param name="Incomes">Qualifying incomes.</param>
/// <param name="Liabilities">Debts.</param>
/// <param name="Assets">What the borrowers have.</param>
public sealed record Worksheet(
    LoanTerms Terms, HousingCosts Housing, ClosingFacts Costs,
    IReadOnlyList<IncomeLine> Incomes, IReadOnlyList<LiabilityLine> Liabilities, IReadOnlyList<AssetLine> Assets);
