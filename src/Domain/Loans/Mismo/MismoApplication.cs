using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>
/// A loan application in our words: exactly what a MISMO file and a loan can both say. What else either of them holds is in the loss report.
/// </summary>
public sealed record MismoApplication
{
    /// <summary>The lender's number.</summary>
    public string? Number { get; init; }

    /// <summary>The day the application was received.</summary>
    public DateOnly? ApplicationOn { get; init; }

    /// <summary>The planned closing.</summary>
    public DateOnly? ClosingOn { get; init; }

    /// <summary>Street of the property.</summary>
    public string? Address { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>Two-letter state.</summary>
    public string? State { get; init; }

    /// <summary>ZIP code.</summary>
    public string? Zip { get; init; }

    /// <summary>Terms, monthly costs, facts of the closing, incomes, debts and assets.</summary>
    public required Worksheet Sheet { get; init; }

    /// <summary>What the register asks for.</summary>
    public required HmdaTerms Hmda { get; init; }

    /// <summary>Borrowers first, then the others.</summary>
    public IReadOnlyList<MismoPerson> People { get; init; } = [];

    /// <summary>Whether a social security number came with it. The number itself is never kept.</summary>
    public bool HasTaxpayerId { get; init; }

    /// <summary>Keys of the <see cref="MismoFields"/> the file says anything of.</summary>
    public IReadOnlySet<string> Says { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Nothing yet.</summary>
    public static MismoApplication Empty { get; } = new()
    {
        Sheet = new(new LoanTerms(null, null, null, null, null, null, null, null, null, null), new(), new(), [], [], []), Hmda = new(),
    };

    /// <summary>The pieces of an application (12 CFR 1026.2(a)(3)(ii)) that came with it.</summary>
    public IEnumerable<ApplicationPiece> Pieces()
    {
        if (People.Any(person => person.IsBorrower)) yield return ApplicationPiece.Name;
        if (Sheet.Incomes.Any(line => line.Monthly is > 0)) yield return ApplicationPiece.Income;
        if (HasTaxpayerId) yield return ApplicationPiece.SocialSecurityNumber;
        if (Address is not null) yield return ApplicationPiece.PropertyAddress;
        if (Sheet.Terms.PurchasePrice is not null || Sheet.Terms.AppraisedValue is not null) yield return ApplicationPiece.EstimatedValue;
        if (Sheet.Terms.Amount is not null) yield return ApplicationPiece.LoanAmount;
    }
}
