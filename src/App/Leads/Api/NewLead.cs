using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads.Api;

/// <summary>Somebody who asked, as a program sends it.</summary>
/// <param name="PropertyState">Two letters.</param>
public sealed record NewLead(
    string? FirstName = null, string? LastName = null, string? Email = null, string? Phone = null, string? State = null, string? Language = null, string? Source = null, string? SourceDetail = null,
    string? UtmSource = null, string? UtmMedium = null, string? UtmCampaign = null, LeadInterest? Interest = null, LeadTimeline? Timeline = null, decimal? Amount = null, string? PropertyState = null, string? Message = null)
{
    /// <summary>Where a lead comes from when its program does not say.</summary>
    public const string UsualSource = "API";

    public Inquiry Who() => new(FirstName, LastName, Email, Phone, State, Language, Source ?? UsualSource);

    public LeadOrigin From() => new(Source ?? UsualSource, SourceDetail, UtmSource, UtmMedium, UtmCampaign);

    public LeadWish Wish() => new(Interest, Timeline, Amount, PropertyState, Message);
}
