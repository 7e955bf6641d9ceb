namespace CrmStudio.Domain.Loans.Import;

/// <summary>One row, understood. What the row does not say is null and leaves an existing loan as it is.</summary>
public sealed record LoanDraft
{
    /// <summary>The lender's number.</summary>
    public required string Number { get; init; }

    /// <summary>Given name of the borrower; may be empty.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family name of the borrower.</summary>
    public string? LastName { get; init; }

    /// <summary>E-mail of the borrower.</summary>
    public string? Email { get; init; }

    /// <summary>Phone of the borrower.</summary>
    public string? Phone { get; init; }

    /// <summary>Given name of the co-borrower.</summary>
    public string? CoFirstName { get; init; }

    /// <summary>Family name of the co-borrower.</summary>
    public string? CoLastName { get; init; }

    /// <summary>The loan officer.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>The processor.</summary>
    public Guid? ProcessorId { get; init; }

    /// <summary>The stage.</summary>
    public Guid? StageId { get; init; }

    /// <summary>Amounts, purpose, product, rate.</summary>
    public required LoanTerms Terms { get; init; }

    /// <summary>The day the rate was locked.</summary>
    public DateOnly? LockedOn { get; init; }

    /// <summary>The last day of the lock.</summary>
    public DateOnly? LockExpiresOn { get; init; }

    /// <summary>The day of the application.</summary>
    public DateOnly? ApplicationOn { get; init; }

    /// <summary>The estimated closing.</summary>
    public DateOnly? ClosingOn { get; init; }

    /// <summary>Street of the property.</summary>
    public string? Address { get; init; }

    /// <summary>City of the property.</summary>
    public string? City { get; init; }

    /// <summary>State of the property, two letters.</summary>
    public string? State { get; init; }

    /// <summary>ZIP code of the property.</summary>
    public string? Zip { get; init; }

    /// <summary>Where the borrower came from.</summary>
    public string? Source { get; init; }
}
