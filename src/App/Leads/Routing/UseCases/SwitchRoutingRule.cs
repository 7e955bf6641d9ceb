using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Asks a routing rule from now on, or not.</summary>
public sealed class SwitchRoutingRule(CrmWork work)
{
    public sealed record Input(Guid RuleId, bool IsOn);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.switch-routing-rule", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        if (await unit.Db.RoutingRules.SingleOrDefaultAsync(rule => rule.Id == input.RuleId, ct) is not { } rule) return Refusal.NotFound;
        rule.Switch(input.IsOn);

        var summary = input.IsOn ? $"The rule {rule.Name} is on" : $"The rule {rule.Name} is off";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
