using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Writes a routing rule, new at the end of the order or changed.</summary>
public sealed class WriteRoutingRule(CrmWork work)
{
    /// <param name="RuleId">The rule; null for a new one.</param>
    public sealed record Input(Guid? RuleId, string? Name, RoutingTerms Terms);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.write-routing-rule", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var rules = await unit.Db.RoutingRules.ToListAsync(ct);
        if (input.RuleId is null && rules.Count >= RoutingRule.Limit) return RoutingRefusals.TooManyRules;
        var rule = input.RuleId is { } id ? rules.Find(known => known.Id == id) : new RoutingRule(rules.Select(known => known.Position).DefaultIfEmpty().Max() + 1);
        if (rule is null) return Refusal.NotFound;
        if (rule.Write(input.Name, input.Terms) is { IsDone: false } wrong) return wrong.Refusal;
        if (await StrangerAsync(unit, rule.Terms, ct)) return Refusal.NotFound;
        if (input.RuleId is null) unit.Db.RoutingRules.Add(rule);

        var summary = input.RuleId is null ? $"Added the rule {rule.Name}" : $"Changed the rule {rule.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => RoutingRefusals.NameTaken);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }

    /// <summary>Whether the rule names a member or pond the organization does not have.</summary>
    private static async Task<bool> StrangerAsync(CrmUnit unit, RoutingTerms terms, CancellationToken ct)
    {
        var members = terms.Places.Select(place => place.MemberId).ToArray();
        Guid[] ponds = [.. new[] { terms.PondId, terms.FallbackPondId }.OfType<Guid>()];
        return await unit.Db.Members.CountAsync(member => members.Contains(member.Id), ct) != members.Length
            || await unit.Db.LeadPonds.CountAsync(pond => ponds.Contains(pond.Id), ct) != ponds.Length;
    }
}
