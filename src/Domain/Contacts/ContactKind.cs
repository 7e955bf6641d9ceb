namespace CrmStudio.Domain.Contacts;

/// <summary>What a person is to the organization.</summary>
public enum ContactKind
{
    /// <summary>A borrower, now or once.</summary>
    Client,

    /// <summary>Asked, and has no loan yet.</summary>
    Prospect,

    /// <summary>A real-estate agent.</summary>
    Agent,

    /// <summary>Somebody else of the trade: title, builder, insurance.</summary>
    Partner,

    /// <summary>Anybody else.</summary>
    Other,
}
