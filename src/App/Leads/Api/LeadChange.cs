using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads.Api;

/// <summary>What a program can change of an open lead. How a lead ends is said by people.</summary>
public sealed record LeadChange(
    LeadStatus Status = LeadStatus.New, string? Source = null, string? SourceDetail = null, LeadInterest? Interest = null, LeadTimeline? Timeline = null, decimal? Amount = null, string? PropertyState = null, string? Message = null,
    string? NextStep = null, DateOnly? NextStepOn = null)
{
    public static LeadChange Of(Lead lead) =>
        new(lead.Status, lead.Source, lead.SourceDetail, lead.Interest, lead.Timeline, lead.Amount, lead.PropertyState, lead.Message, lead.NextStep, lead.NextStepOn);
}
