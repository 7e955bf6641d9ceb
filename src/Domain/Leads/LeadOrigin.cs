namespace CrmStudio.Domain.Leads;

/// <summary>Where a lead came from, in as much detail as is known.</summary>
/// <param name="Source">One word or two: "Web", "Referral".</param>
/// <param name="Detail">Which page, which portal, which event.</param>
/// <param name="UtmSource">utm_source of the address.</param>
/// <param name="UtmMedium">utm_medium of the address.</param>
/// <param name="UtmCampaign">utm_campaign of the address.</param>
/// <param name="ReferrerContactId">Who named the person.</param>
public sealed record LeadOrigin(string Source, string? Detail = null, string? UtmSource = null, string? UtmMedium = null, string? UtmCampaign = null, Guid? ReferrerContactId = null)
{
    /// <summary>Longest text of any part.</summary>
    public const int MaxLength = 120;

    /// <summary>Every part cut to what is kept, the source never empty.</summary>
    public LeadOrigin Trimmed() => this with
    {
        Source = Text(Source) ?? LeadSources.ByHand, Detail = Text(Detail), UtmSource = Text(UtmSource), UtmMedium = Text(UtmMedium), UtmCampaign = Text(UtmCampaign),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > MaxLength } longer ? longer[..MaxLength] : text.Trim();
}
