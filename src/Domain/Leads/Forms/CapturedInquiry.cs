using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Leads.Forms;

/// <summary>What somebody wrote into a form, read but not yet acted upon.</summary>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Phone">Phone.</param>
/// <param name="State">Where the property is, as two letters.</param>
/// <param name="Language">The language they like to be spoken to in.</param>
/// <param name="Interest">What for.</param>
/// <param name="Timeline">How soon.</param>
/// <param name="Amount">How much, in dollars.</param>
/// <param name="Message">Their words.</param>
/// <param name="UtmSource">utm_source of the page.</param>
/// <param name="UtmMedium">utm_medium of the page.</param>
/// <param name="UtmCampaign">utm_campaign of the page.</param>
/// <param name="Page">The page it was sent from.</param>
public sealed record CapturedInquiry(
    string? FirstName, string? LastName, string? Email, string? Phone, string? State, string? Language, LeadInterest? Interest, LeadTimeline? Timeline, decimal? Amount, string? Message,
    string? UtmSource, string? UtmMedium, string? UtmCampaign, string? Page)
{
    /// <summary>Who asks.</summary>
    public Inquiry Who(string source) => new(FirstName, LastName, Email, Phone, Language: Language, Source: source);

    /// <summary>What they ask for.</summary>
    public LeadWish Wish() => new(Interest, Timeline, Amount, State, Message);

    /// <summary>Where they came from.</summary>
    /// <param name="form">The form.</param>
    public LeadOrigin From(LeadForm form) => new(form.Source, form.Name, UtmSource, UtmMedium, UtmCampaign);

    /// <summary>Why this can be nobody's request; null when it can. The same questions the lead is asked later, so that the person hears the answer.</summary>
    public Refusal? Refuse()
    {
        if (new Contact("", "").Know(Who(LeadSources.Web).Facts()) is { IsDone: false } nobody) return nobody.Refusal;
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone)) return FormRefusals.NoReach;
        return Lead.Receive(new Contact("", ""), new LeadOrigin(LeadSources.Web), Wish(), null, default).Refusal;
    }
}
