using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Says what comes next for a lead, and when; an empty text takes it away.</summary>
public sealed class PlanNextStep(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LeadId, string? Step, DateOnly? On);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.plan", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.LeadAsync(me, input.LeadId, ct) is not { } lead) return Refusal.NotFound;
        if (!lead.IsOpen) return LeadRefusals.HasEnded;
        if (lead.Plan(input.Step, input.On) is { IsDone: false } unplanned) return unplanned.Refusal;
        return await unit.DoneAsync(lead.NextStep is null ? $"Took the next step of {lead.Name} away" : $"Planned the next step of {lead.Name}", ct);
    }
}
