using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Brings a snoozed lead back into the inbox before its time.</summary>
public sealed class WakeLead(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LeadId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.wake", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.LeadAsync(me, input.LeadId, ct) is not { } lead) return Refusal.NotFound;
        lead.Wake();
        return await unit.DoneAsync($"Brought {lead.Name} back into the inbox", ct);
    }
}
