namespace CrmStudio.App.Loans.Mismo;

/// <summary>A loan a file may be of, and why.</summary>
public sealed record MismoMatch(Guid LoanId, string Number, string Borrower, string Why);
