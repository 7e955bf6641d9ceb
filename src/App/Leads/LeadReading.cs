using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads;

/// <summary>How every verb on one lead begins and ends.</summary>
internal static class LeadReading
{
    /// <summary>The lead to change, if the member may; null hides whether it exists.</summary>
    public static Task<Lead?> LeadAsync(this CrmUnit unit, CurrentMember me, Guid leadId, CancellationToken ct) =>
        unit.Db.LeadsOf(me, unit.Permission!).SingleOrDefaultAsync(lead => lead.Id == leadId, ct);

    /// <summary>Notes to whom a lead came.</summary>
    public static void NoteAssigned(this CrmUnit unit, Lead lead, AssignmentKind kind) =>
        unit.Db.LeadAssignments.Add(new LeadAssignment(lead.Id, kind, lead.AssigneeId, lead.PondId, unit.MemberId, unit.At));

    /// <summary>Saves what was done as one change that can be undone.</summary>
    public static async Task<Outcome<Changed>> DoneAsync(this CrmUnit unit, string summary, CancellationToken ct, Func<string, Refusal?>? duplicate = null)
    {
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
