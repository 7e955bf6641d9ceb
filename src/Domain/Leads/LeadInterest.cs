namespace CrmStudio.Domain.Leads;

/// <summary>What somebody asks for.</summary>
public enum LeadInterest
{
    /// <summary>Buying a home.</summary>
    Purchase,

    /// <summary>Other terms for a loan they have.</summary>
    Refinance,

    /// <summary>Money out of their home.</summary>
    CashOut,

    /// <summary>A line of credit on their home.</summary>
    HomeEquity,

    /// <summary>A house to let.</summary>
    Investment,

    /// <summary>To know what they could borrow.</summary>
    PreApproval,

    /// <summary>Anything else.</summary>
    Other,
}
