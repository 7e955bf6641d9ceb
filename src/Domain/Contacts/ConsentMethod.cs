namespace CrmStudio.Domain.Contacts;

/// <summary>How a person gave or withdrew consent. Any reasonable means withdraws (47 CFR 64.1200(a)(10)).</summary>
public enum ConsentMethod
{
    /// <summary>On a form of a website.</summary>
    WebForm,

    /// <summary>On paper.</summary>
    Paper,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By text message.</summary>
    Sms,

    /// <summary>Said to somebody.</summary>
    Spoken,
}
