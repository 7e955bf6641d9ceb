using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Removes a pond no lead waits in and no rule leads to.</summary>
public sealed class RemoveLeadPond(CrmWork work)
{
    public sealed record Input(Guid PondId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.remove-pond", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        if (await unit.Db.LeadPonds.SingleOrDefaultAsync(pond => pond.Id == input.PondId, ct) is not { } pond) return Refusal.NotFound;
        var rules = await unit.Db.RoutingRules.AsNoTracking().OrderBy(rule => rule.Position).ToListAsync(ct);
        if (rules.Find(rule => rule.Terms.PondId == pond.Id || rule.Terms.FallbackPondId == pond.Id) is { } user) return RoutingRefusals.PondInRule(user.Name);
        var waiting = await unit.Db.Leads.CountAsync(lead => lead.PondId == pond.Id, ct);
        if (waiting > 0) return RoutingRefusals.PondNotEmpty(waiting);
        unit.Db.LeadPonds.Remove(pond);

        var summary = $"Removed the pond {pond.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
