using CrmStudio.Infrastructure.Access;

namespace CrmStudio.Infrastructure.Loans;

/// <summary>Everything a pre-approval letter says.</summary>
/// <param name="Paper">The lender's paper.</param>
/// <param name="Number">The letter's number.</param>
/// <param name="IssuedAt">When it was made.</param>
/// <param name="IssuedOn">The day it is dated.</param>
/// <param name="Borrowers">The borrowers' names, the primary one first.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Price">Highest price, in dollars.</param>
/// <param name="Amount">Highest amount lent, in dollars.</param>
/// <param name="ExpiresOn">The last day it is good for.</param>
/// <param name="Property">The property, where the letter names one.</param>
/// <param name="Signer">Who signs.</param>
public sealed record LetterContent(
    LetterPaper Paper, string Number, DateTimeOffset IssuedAt, DateOnly IssuedOn, IReadOnlyList<string> Borrowers, string Programme, decimal Price, decimal Amount, DateOnly ExpiresOn,
    string? Property, LetterSigner Signer);
