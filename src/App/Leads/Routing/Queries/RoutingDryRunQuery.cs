using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.Queries;

/// <summary>Tries the rules, or the rules with one of them changed, on the leads of the last 90 days. Writes nothing.</summary>
public sealed class RoutingDryRunQuery(CrmWork work, RoutingDesk desk, CurrentMember me)
{
    /// <summary>How far back.</summary>
    public const int Days = 90;

    /// <summary>Most leads tried: the newest.</summary>
    public const int Most = 5_000;

    /// <summary>Most leads shown with their reasons.</summary>
    public const int Shown = 25;

    /// <param name="trial">A rule under change; null tries what is saved and compares it with how it went.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<DryRun>> ReadAsync(RoutingTrial? trial, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.dry-run", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;
        if (trial?.Terms.Tidied().Check() is { IsDone: false } wrong) return wrong.Refusal;

        var from = unit.At.AddDays(-Days);
        var saved = await unit.Db.RoutingRules.AsNoTracking().OrderBy(rule => rule.Position).ThenBy(rule => rule.Id).ToListAsync(ct);
        var now = saved.Where(rule => rule.IsOn).Select(rule => new RoutingPlan(rule.Id, rule.Name, rule.Terms)).ToList();
        var tried = trial is null ? now : Changed(saved, trial);
        var leads = await LeadsAsync(unit, from, ct);
        var board = await BoardAsync(unit, [.. now, .. tried], from, ct);

        var past = leads.Select(lead => lead.Past).ToList();
        var before = trial is null ? null : new RoutingRehearsal(now, board, me.DayOf).Run(past);
        var after = new RoutingRehearsal(tried, board, me.DayOf).Run(past);
        var names = await unit.Db.Members.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);
        return Told(leads, [.. past.Select((lead, at) => before is null ? lead.WentTo : before[at].MemberId ?? before[at].PondId)], after, names, board.Ponds, me.DayOf(from));
    }

    /// <summary>The rules with the changed one in its place; a new one stands at the end.</summary>
    private static List<RoutingPlan> Changed(List<RoutingRule> saved, RoutingTrial trial)
    {
        var plan = new RoutingPlan(trial.RuleId ?? Guid.Empty, trial.Name, trial.Terms.Tidied());
        var rules = saved.Where(rule => rule.IsOn || rule.Id == trial.RuleId).Select(rule => rule.Id == trial.RuleId ? plan : new RoutingPlan(rule.Id, rule.Name, rule.Terms)).ToList();
        if (trial.RuleId is null) rules.Add(plan);
        return rules;
    }

    private async Task<List<(PastLead Past, bool IsVisible)>> LeadsAsync(CrmUnit unit, DateTimeOffset from, CancellationToken ct)
    {
        var db = unit.Db;
        var visible = db.LeadsOf(me, LeadPermissions.Read);
        var rows = await db.Leads.AsNoTracking().Where(lead => lead.ReceivedAt >= from).OrderByDescending(lead => lead.ReceivedAt).ThenByDescending(lead => lead.Id).Take(Most)
            .Select(lead => new
            {
                lead.Id, lead.Name, lead.ReceivedAt, lead.EndedAt, lead.Source, lead.PropertyState, lead.Interest, lead.Score, lead.AssigneeId, lead.PondId,
                Language = db.Contacts.Where(contact => contact.Id == lead.ContactId).Select(contact => contact.Language).FirstOrDefault(),
                First = db.LeadAssignments.Where(given => given.LeadId == lead.Id).OrderBy(given => given.At).Select(given => given.MemberId ?? given.PondId).FirstOrDefault(),
                IsVisible = visible.Any(seen => seen.Id == lead.Id),
            }).ToListAsync(ct);
        rows.Reverse();
        return [.. rows.Select(row => (new PastLead(row.Id, row.Name, row.ReceivedAt, row.EndedAt, new(row.Source, row.PropertyState, row.Language, row.Interest, row.Score), row.First ?? row.AssigneeId ?? row.PondId), row.IsVisible))];
    }

    private async Task<RoutingBoard> BoardAsync(CrmUnit unit, List<RoutingPlan> rules, DateTimeOffset from, CancellationToken ct)
    {
        var board = await desk.BoardAsync(unit, rules, ct);
        var older = await unit.Db.Leads.Where(lead => lead.ReceivedAt < from && lead.EndedAt == null && lead.AssigneeId != null)
            .GroupBy(lead => lead.AssigneeId!.Value).Select(group => new { group.Key, Open = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Open, ct);
        return board with { Members = board.Members.ToDictionary(member => member.Key, member => member.Value with { Open = older.GetValueOrDefault(member.Key) }) };
    }

    private static DryRun Told(
        List<(PastLead Past, bool IsVisible)> leads, List<Guid?> before, IReadOnlyList<RoutingChoice> after, Dictionary<Guid, string> members, IReadOnlyDictionary<Guid, string> ponds, DateOnly from)
    {
        var now = after.Select(choice => choice.MemberId ?? choice.PondId).ToList();
        var lines = before.Concat(now).Distinct().Select(place => new DryRunLine(Name(place), place is { } id && ponds.ContainsKey(id), place is null, before.Count(one => one == place), now.Count(one => one == place)))
            .OrderBy(line => line.IsNobody).ThenBy(line => line.IsPond).ThenByDescending(line => line.After).ThenBy(line => line.Name, StringComparer.Ordinal).ToList();
        var different = Enumerable.Range(0, leads.Count).Where(at => before[at] != now[at]).ToList();
        var examples = different.Concat(Enumerable.Range(0, leads.Count).Except(different)).Where(at => leads[at].IsVisible).Take(Shown)
            .Select(at => new DryRunExample(leads[at].Past.Id, leads[at].Past.Name, leads[at].Past.ReceivedAt, leads[at].Past.Lead, Name(before[at]), Name(now[at]), before[at] != now[at], after[at].Why)).ToList();
        return new DryRun(from, leads.Count, leads.Count == Most, different.Count, lines, examples);

        string Name(Guid? place) => place is not { } id ? "Nobody" : members.GetValueOrDefault(id) ?? ponds.GetValueOrDefault(id) ?? "A pond that was removed";
    }
}

/// <summary>A rule under change.</summary>
public sealed record RoutingTrial(Guid? RuleId, string Name, RoutingTerms Terms);

/// <summary>How the leads since a day would have gone.</summary>
public sealed record DryRun(DateOnly From, int Leads, bool IsCut, int Different, IReadOnlyList<DryRunLine> Lines, IReadOnlyList<DryRunExample> Examples);

/// <summary>Leads of a member or a pond, before and with the rules tried.</summary>
public sealed record DryRunLine(string Name, bool IsPond, bool IsNobody, int Before, int After);

/// <summary>A lead, where it went before and where it would go, with the reasons.</summary>
public sealed record DryRunExample(Guid LeadId, string Name, DateTimeOffset ReceivedAt, RoutedLead Lead, string Before, string After, bool IsDifferent, RoutingWhy Why);
