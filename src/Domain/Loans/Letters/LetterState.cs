namespace CrmStudio.Domain.Loans.Letters;

/// <summary>Whether a letter can still be relied on.</summary>
public enum LetterState
{
    /// <summary>Good until its last day.</summary>
    Valid,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>Taken back.</summary>
    Revoked,
}
