using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Leads.Forms;

/// <summary>A consent a form asks for: the words beside its box.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Text">The words that are shown.</param>
public sealed record FormConsent(ConsentChannel Channel, ConsentPurpose Purpose, string Text)
{
    /// <summary>Name of the box in what is sent: "Email.Marketing".</summary>
    public string Code => $"{Channel}.{Purpose}";
}
