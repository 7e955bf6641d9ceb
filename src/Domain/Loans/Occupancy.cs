namespace CrmStudio.Domain.Loans;

/// <summary>How the borrower will use the property.</summary>
public enum Occupancy
{
    /// <summary>Lives there (HMDA 1).</summary>
    PrimaryResidence,

    /// <summary>A second home (HMDA 2).</summary>
    SecondHome,

    /// <summary>Rents it out (HMDA 3).</summary>
    Investment,
}
