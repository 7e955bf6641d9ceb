using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads.Queries;

/// <summary>A lead in a list; the amount is null for who sees none.</summary>
public sealed record LeadRow(
    Guid Id, string Name, LeadStatus Status, string Source, string? SourceDetail, LeadInterest? Interest, decimal? Amount, string? State, DateTimeOffset ReceivedAt,
    DateTimeOffset? AnswerBy, DateTimeOffset? AnsweredAt, bool IsBreached, int? Score, LeadBand? Band, Guid? AssigneeId, Guid? PondId, DateTimeOffset? SnoozedUntil,
    string? NextStep, DateOnly? NextStepOn, int Attempts, DateTimeOffset? LastContactAt, DateTimeOffset? EndedAt, string? Email, string? Phone, bool IsDoNotCall);
