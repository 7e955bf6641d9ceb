namespace CrmStudio.Domain.Contacts;

/// <summary>What came of a call or a message.</summary>
public enum CallResult
{
    /// <summary>Spoke with the person, or the person answered.</summary>
    Reached,

    /// <summary>Left a message.</summary>
    LeftMessage,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>Somebody else answered.</summary>
    WrongNumber,
}
