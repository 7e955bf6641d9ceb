using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Puts a routing rule one place up or down the order in which rules are asked.</summary>
public sealed class MoveRoutingRule(CrmWork work)
{
    public sealed record Input(Guid RuleId, bool Up);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.move-routing-rule", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var rules = await unit.Db.RoutingRules.OrderBy(rule => rule.Position).ThenBy(rule => rule.Id).ToListAsync(ct);
        var from = rules.FindIndex(rule => rule.Id == input.RuleId);
        if (from < 0) return Refusal.NotFound;
        var to = input.Up ? from - 1 : from + 1;
        var summary = $"Moved the rule {rules[from].Name} {(input.Up ? "up" : "down")}";
        if (to < 0 || to >= rules.Count) return new Changed(summary, null);

        (rules[from], rules[to]) = (rules[to], rules[from]);
        for (var place = 0; place < rules.Count; place++) rules[place].StandAt(place + 1);
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
