using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Hours.UseCases;

/// <summary>Notes days on which a member is away: one's own, or anybody's by who routes leads.</summary>
public sealed class PlanAbsence(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid MemberId, DateOnly FirstDay, DateOnly LastDay, string? Note);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.plan-absence", input.MemberId == me.Id ? AccessPermissions.OwnAccount : LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        if (!await unit.Db.Members.AnyAsync(member => member.Id == input.MemberId, ct)) return Refusal.NotFound;
        var planned = AwaySpan.Plan(input.MemberId, input.FirstDay, input.LastDay, input.Note);
        if (!planned.IsDone) return planned.Refusal;
        unit.Db.AwaySpans.Add(planned.Value);

        unit.CanBeUndone(planned.Value.RecordName);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(planned.Value.RecordName, unit.UndoId) : saved.Refusal;
    }
}
