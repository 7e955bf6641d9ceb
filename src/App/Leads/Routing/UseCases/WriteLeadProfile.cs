using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Says how a member takes leads: whether at all, how many, and in which languages.</summary>
public sealed class WriteLeadProfile(CrmWork work)
{
    public sealed record Input(Guid MemberId, bool TakesLeads, int? OpenCap, int? DailyCap, IReadOnlyList<string> Languages);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.write-profile", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var member = await unit.Db.Members.AsNoTracking().SingleOrDefaultAsync(known => known.Id == input.MemberId, ct);
        if (member is null) return Refusal.NotFound;
        var profile = await unit.Db.LeadProfiles.SingleOrDefaultAsync(known => known.MemberId == member.Id, ct) ?? unit.Db.LeadProfiles.Add(new LeadProfile(member.Id)).Entity;
        if (profile.Write(input.TakesLeads, input.OpenCap, input.DailyCap, input.Languages) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Changed how {member.Name} takes leads";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
