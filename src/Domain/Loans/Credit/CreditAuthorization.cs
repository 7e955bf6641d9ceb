namespace CrmStudio.Domain.Loans.Credit;

/// <summary>That a consumer let credit be pulled, as it is written down before the pull counts.</summary>
/// <param name="By">Who said so: the borrower, or who signs for them.</param>
/// <param name="Method">How.</param>
/// <param name="On">The day.</param>
/// <param name="Evidence">Where it can be looked up, or the words that were said.</param>
public sealed record CreditAuthorization(string? By, AuthorizationMethod? Method, DateOnly? On, string? Evidence);
