namespace CrmStudio.Domain.Contacts;

/// <summary>A way to reach a person. Consent for one is none for another.</summary>
public enum ConsentChannel
{
    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Text messages.</summary>
    Sms,

    /// <summary>Phone calls.</summary>
    Call,

    /// <summary>Paper mail.</summary>
    Post,
}
