namespace CrmStudio.App.Loans;

/// <summary>An entry of the calendar.</summary>
/// <param name="Warning">What is wrong with it, in a few words; null when nothing is.</param>
/// <param name="IsDone">Whether it was done, and in time.</param>
/// <param name="Amount">The loan amount; null for who sees none.</param>
/// <param name="ChangedAt">When anything it is worked out from was last changed.</param>
public sealed record LoanCalendarEntry(
    Guid LoanId, string Number, string Borrower, LoanCalendarKind Kind, DateOnly On, string? Warning, bool IsDone, string? Officer, string? Product, decimal? Amount, DateTimeOffset ChangedAt);
