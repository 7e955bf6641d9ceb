using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Removes a routing rule. Leads it gave stay where they are.</summary>
public sealed class RemoveRoutingRule(CrmWork work)
{
    public sealed record Input(Guid RuleId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.remove-routing-rule", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        if (await unit.Db.RoutingRules.SingleOrDefaultAsync(rule => rule.Id == input.RuleId, ct) is not { } rule) return Refusal.NotFound;
        unit.Db.RoutingRules.Remove(rule);

        var summary = $"Removed the rule {rule.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
