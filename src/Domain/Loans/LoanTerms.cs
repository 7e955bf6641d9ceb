namespace CrmStudio.Domain.Loans;

/// <summary>The terms of a loan in one piece. Amounts in US dollars, rate in percent, term in months.</summary>
public sealed record LoanTerms(
    decimal? Amount, decimal? PurchasePrice, decimal? AppraisedValue, decimal? SecondaryFinancing,
    LoanPurpose? Purpose, Occupancy? Occupancy, MortgageType? MortgageType, string? Product, int? TermMonths, decimal? NoteRate);
