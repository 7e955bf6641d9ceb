using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Takes a lead for oneself. Of two at once one wins, and the other is told who did.</summary>
public sealed class ClaimLead(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LeadId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        var claimed = await ClaimAsync(input.LeadId, ct);
        return claimed.Refusal == Refusal.ChangedMeanwhile || claimed.Refusal == LeadRefusals.TakenAlready || claimed.Refusal == Refusal.NotFound
            ? await TakenAsync(input.LeadId, claimed.Refusal!, ct) : claimed;
    }

    private async Task<Outcome<Changed>> ClaimAsync(Guid leadId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.claim", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.LeadAsync(me, leadId, ct) is not { } lead) return Refusal.NotFound;
        if (lead.Claim(me.Id, unit.At) is { IsDone: false } unclaimed) return unclaimed.Refusal;
        unit.NoteAssigned(lead, AssignmentKind.Claimed);
        return await unit.DoneAsync($"Claimed {lead.Name}", ct);
    }

    /// <summary>
    /// Who has the lead now. A lead leaves the sight of those who only saw it in its pond once it is claimed; they are told the name all the
    /// same, and nobody else is.
    /// </summary>
    private async Task<Refusal> TakenAsync(Guid leadId, Refusal why, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.claim", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, myId) = (unit.Db, me.Id);
        var open = db.PondsOf(me).Select(pond => (Guid?)pond.Id);
        var seen = db.LeadsOf(me, LeadPermissions.Work).Select(lead => lead.Id);
        var holder = await db.Leads.Where(lead => lead.Id == leadId && lead.EndedAt == null && lead.AssigneeId != null && lead.AssigneeId != myId)
            .Where(lead => seen.Contains(lead.Id) || db.LeadAssignments.Any(passed => passed.LeadId == lead.Id && open.Contains(passed.PondId)))
            .Join(db.Members, lead => lead.AssigneeId, member => member.Id, (_, member) => member.FirstName + " " + member.LastName).SingleOrDefaultAsync(ct);
        return holder is null ? why : LeadRefusals.TakenBy(holder);
    }
}
