namespace CrmStudio.Domain.Loans.Credit;

/// <summary>A pull of credit as somebody writes it down.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="PartyId">Whose credit.</param>
/// <param name="Inquiry">Soft or hard.</param>
/// <param name="PulledOn">The day of the pull.</param>
/// <param name="Purpose">Why it was permissible: a name of the closed list.</param>
/// <param name="Authorization">The consumer's word.</param>
/// <param name="Model">The scoring model.</param>
/// <param name="Scores">One line for each bureau that was asked.</param>
public sealed record CreditPullDraft(
    Guid LoanId, Guid PartyId, CreditInquiry Inquiry, DateOnly? PulledOn, string? Purpose, CreditAuthorization Authorization, CreditModel Model, IReadOnlyList<ScoreLine> Scores);
