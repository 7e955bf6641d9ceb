using CrmStudio.App.Leads.Scoring;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Opens a lost or unqualified lead again, unless its person is an open lead by now.</summary>
public sealed class ReopenLead(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LeadId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.reopen", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.LeadAsync(me, input.LeadId, ct) is not { } lead) return Refusal.NotFound;
        if (lead.Reopen(unit.At) is { IsDone: false } closed) return closed.Refusal;
        await unit.ScoreAsync([lead], ct);
        return await unit.DoneAsync($"Reopened {lead.Name}", ct, duplicate: _ => LeadRefusals.OpenAlready(lead.Name));
    }
}
