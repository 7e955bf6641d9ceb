using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>Reasons why a person is not reached.</summary>
public static class ConsentRefusals
{
    /// <summary>Nobody asked the person.</summary>
    public static Refusal None(string name) => new("contacts.no-consent", $"{name} has not agreed to offers by e-mail.");

    /// <summary>The person took it back.</summary>
    public static Refusal Withdrawn(string name) => new("contacts.consent-withdrawn", $"{name} withdrew the consent to offers by e-mail.");

    /// <summary>The person agreed with another address.</summary>
    public static Refusal OtherReach(string name) => new("contacts.consent-for-other-address", $"{name} agreed for another address than the one of today.");

    /// <summary>There is no way to reach the person there.</summary>
    public static Refusal NoReach(string name, ConsentChannel channel) => new("contacts.no-reach", channel == ConsentChannel.Email ? $"{name} has no e-mail address." : $"{name} has no phone number.");
}
