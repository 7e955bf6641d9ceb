using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads.Api;

/// <summary>A lead as programs read it.</summary>
/// <param name="Version">Send it as If-Match to change the lead.</param>
/// <param name="Amount">Null too where the key may not see amounts.</param>
public sealed record LeadRecord(
    Guid Id, string Version, Guid ContactId, string Name, string? Email, string? Phone, LeadStatus Status, string Source, string? SourceDetail, string? UtmSource, string? UtmMedium, string? UtmCampaign,
    LeadInterest? Interest, LeadTimeline? Timeline, decimal? Amount, string? PropertyState, string? Message, Guid? AssigneeId, int Inquiries, int Attempts, string? NextStep, DateOnly? NextStepOn, int? Score, LeadBand? Band,
    DateTimeOffset ReceivedAt, DateTimeOffset LastInquiryAt, DateTimeOffset? LastContactAt, DateTimeOffset? EndedAt, DateTimeOffset UpdatedAt);
