namespace CrmStudio.Domain.Contacts;

/// <summary>What a person is reached for. Consent for one purpose is none for another.</summary>
public enum ConsentPurpose
{
    /// <summary>Offers: a refinance, a product, an event.</summary>
    Marketing,

    /// <summary>What happens with a loan or an application of theirs.</summary>
    Servicing,
}
