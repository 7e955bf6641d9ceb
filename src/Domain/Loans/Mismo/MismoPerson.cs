namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>A person or company of an application.</summary>
/// <param name="Key">Whom rows of the sheet belong to: a party of the loan, or a place in the file.</param>
/// <param name="Role">What they are to the loan.</param>
/// <param name="FirstName">Given name; empty for a company.</param>
/// <param name="LastName">Family name, or the company's.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Phone">Phone.</param>
public sealed record MismoPerson(Guid Key, LoanPartyRole Role, string FirstName, string LastName, string? Email, string? Phone)
{
    /// <summary>First and last name.</summary>
    public string Name => $"{FirstName} {LastName}".Trim();

    /// <summary>Whether rows of the sheet can be theirs.</summary>
    public bool IsBorrower => Role is LoanPartyRole.Borrower or LoanPartyRole.CoBorrower;

    /// <summary>The key of a person of a file by their place in it, from 1.</summary>
    public static Guid KeyOf(int place) => new(place, 0, 0, new byte[8]);
}
