using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Loans.Letters;

/// <summary>Permissions about letters. Reading one takes <see cref="LoanPermissions.SeeAmounts"/>: a letter is its amounts.</summary>
public static class LetterPermissions
{
    /// <summary>Set the limits of a loan's letters, make letters within them, revoke them.</summary>
    public static Permission Write { get; } = new("loans.letters.write", "Make pre-approval letters", team: Manager, own: LoanOfficer);
}
