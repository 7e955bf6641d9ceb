namespace CrmStudio.App.Loans.Papers;

/// <summary>A borrower who came through a link that works.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="LoanId">The one loan it opens.</param>
public sealed record BorrowerVisit(Guid LinkId, Guid LoanId);
