using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Gives leads to a member, or puts them into a pond, in one save with one way back.</summary>
public sealed class AssignLeads(CrmWork work, CurrentMember me)
{
    /// <param name="LeadIds">Which.</param>
    /// <param name="MemberId">To whom; null for a pond.</param>
    /// <param name="PondId">Into which pond; null for a member.</param>
    public sealed record Input(IReadOnlyList<Guid> LeadIds, Guid? MemberId, Guid? PondId = null);

    public async Task<Outcome<LeadsWorked>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.assign", LeadPermissions.Assign, ct);
        if (unit.Refused is { } refused) return refused;

        if (input.MemberId is { } memberId)
        {
            var name = await unit.Db.WhoWorkLeads().Where(member => member.Id == memberId).Select(member => member.FirstName + " " + member.LastName).SingleOrDefaultAsync(ct);
            return name is null ? LeadRefusals.WorksNoLeads : await LeadsWorked.RunAsync(unit, me, input.LeadIds, lead => Give(unit, lead, memberId), leads => $"Gave {leads} to {name}", ct);
        }
        var pond = await unit.Db.LeadPonds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.PondId, ct);
        return pond is null ? Refusal.NotFound : await LeadsWorked.RunAsync(unit, me, input.LeadIds, lead => Put(unit, lead, pond.Id), leads => $"Put {leads} into {pond.Name}", ct);
    }

    private static Outcome Give(CrmUnit unit, Lead lead, Guid memberId)
    {
        if (lead.AssigneeId == memberId) return LeadRefusals.TheirsAlready;
        var outcome = lead.AssignTo(memberId, unit.At);
        if (outcome.IsDone) unit.NoteAssigned(lead, AssignmentKind.Given);
        return outcome;
    }

    private static Outcome Put(CrmUnit unit, Lead lead, Guid pondId)
    {
        var outcome = lead.WaitIn(pondId, claimBy: null);
        if (outcome.IsDone) unit.NoteAssigned(lead, AssignmentKind.Ponded);
        return outcome;
    }
}
