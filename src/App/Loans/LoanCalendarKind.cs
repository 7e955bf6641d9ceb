namespace CrmStudio.App.Loans;

/// <summary>What falls on a day.</summary>
public enum LoanCalendarKind
{
    /// <summary>The loan closes.</summary>
    Closing,

    /// <summary>Its rate lock runs out.</summary>
    LockExpiry,

    /// <summary>The Closing Disclosure must be with the consumer.</summary>
    DisclosureReceived,

    /// <summary>The Closing Disclosure must have been e-mailed or mailed.</summary>
    DisclosureMailed,
}
