namespace CrmStudio.Domain.Loans.Papers;

/// <summary>Why a document was sent back.</summary>
public enum RejectionCode
{
    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>Pages are missing.</summary>
    PagesMissing,

    /// <summary>It is another document.</summary>
    WrongDocument,

    /// <summary>It is older than it may be.</summary>
    TooOld,

    /// <summary>A signature or date is missing.</summary>
    NotSigned,

    /// <summary>It is about somebody or something else.</summary>
    OtherPerson,

    /// <summary>Something else; the reason says what.</summary>
    Other,
}
