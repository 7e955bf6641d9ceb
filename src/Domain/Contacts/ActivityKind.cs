namespace CrmStudio.Domain.Contacts;

/// <summary>What sort of line a timeline entry is.</summary>
public enum ActivityKind
{
    /// <summary>A private note.</summary>
    Note,

    /// <summary>A phone call.</summary>
    Call,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A text message.</summary>
    Sms,

    /// <summary>A meeting.</summary>
    Meeting,

    /// <summary>Something the system did or saw.</summary>
    System,
}
