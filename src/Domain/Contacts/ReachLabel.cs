namespace CrmStudio.Domain.Contacts;

/// <summary>Where an e-mail address, a number or an address reaches a person.</summary>
public enum ReachLabel
{
    /// <summary>In the hand.</summary>
    Mobile,

    /// <summary>At home.</summary>
    Home,

    /// <summary>At work.</summary>
    Work,

    /// <summary>Anywhere else.</summary>
    Other,
}
