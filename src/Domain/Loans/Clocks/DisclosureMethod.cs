namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>How a disclosure was delivered.</summary>
public enum DisclosureMethod
{
    /// <summary>Handed over: received at once.</summary>
    InPerson,

    /// <summary>E-mailed, under a consent to electronic records.</summary>
    Electronic,

    /// <summary>By mail.</summary>
    UsMail,

    /// <summary>By courier.</summary>
    Courier,

    /// <summary>By fax.</summary>
    Fax,

    /// <summary>Otherwise.</summary>
    Other,
}
