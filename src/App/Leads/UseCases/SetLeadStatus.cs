using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Says where an open lead stands.</summary>
public sealed class SetLeadStatus(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LeadId, LeadStatus Status);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.status", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.LeadAsync(me, input.LeadId, ct) is not { } lead) return Refusal.NotFound;
        if (lead.Stand(input.Status) is { IsDone: false } impossible) return impossible.Refusal;
        return await unit.DoneAsync($"{lead.Name} is {LeadWords.Of(lead.Status).ToLowerInvariant()}", ct);
    }
}
