using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Hours.UseCases;

/// <summary>Removes days on which a member is not away after all. Others' days are found by who routes leads only.</summary>
public sealed class CancelAbsence(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid AwaySpanId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.cancel-absence", me.May(LeadPermissions.Route) ? LeadPermissions.Route : AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        var isForAll = me.May(LeadPermissions.Route);
        if (await unit.Db.AwaySpans.SingleOrDefaultAsync(span => span.Id == input.AwaySpanId && (isForAll || span.MemberId == me.Id), ct) is not { } span) return Refusal.NotFound;
        unit.Db.AwaySpans.Remove(span);

        var summary = $"Not away: {span.RecordName[5..]}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
