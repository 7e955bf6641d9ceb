using CrmStudio.App.Compliance;
using CrmStudio.App.Leads.Hours;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>
/// Marks leads whose answer is overdue, tells who leads the owner, and gives the lead to somebody else when the owner stays silent. Each once under a
/// promise, and only by day: all waits are counted in working time.
/// </summary>
public sealed class ChaseSilentLeads(CrmWork work, RoutingDesk desk, LenderRules lender, CurrentMember me)
{
    /// <summary>Leads looked at in one read.</summary>
    public const int Chunk = 200;

    /// <returns>How many leads were marked, told of or given on.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        var (chased, last) = (0, Guid.Empty);
        while (true)
        {
            var read = await DueAsync(last, ct);
            if (!read.IsDone) return read.Refusal;
            if (read.Value.Last is not { } seen) return chased;
            foreach (var leadId in read.Value.Due)
            {
                // Each in a transaction of its own: turns and caps of the next are read after this one is saved.
                var outcome = await ChaseAsync(leadId, ct);
                if (outcome.Refusal is { } meanwhile && meanwhile != Refusal.ChangedMeanwhile) return meanwhile;
                if (outcome.IsDone) chased++;
            }
            last = seen;
        }
    }

    private async Task<Outcome<Looked>> DueAsync(Guid last, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.chase-silent", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var terms = await unit.PromisedAsync(ct);
        var (escalates, reassigns) = (terms.EscalateAfter is not null, terms.ReassignAfter is not null);
        var late = await unit.Db.Leads.AsNoTracking().StillOpen()
            .Where(lead => lead.AnswerBy <= unit.At && lead.Id > last
                && (!lead.IsBreached || (escalates && lead.EscalatedAt == null) || (reassigns && lead.AssigneeId != null && lead.StuckAt == null)))
            .OrderBy(lead => lead.Id).Take(Chunk).ToListAsync(ct);
        if (late.Count == 0) return new Looked([], null);
        var office = (await WorkTimes.ReadAsync(unit, lender, me, ct)).Office;
        return new Looked([.. late.Where(lead => !lead.IsBreached || Escalates(lead, terms, office, unit.At) || Reassigns(lead, terms, office, unit.At)).Select(lead => lead.Id)], late[^1].Id);
    }

    private async Task<Outcome> ChaseAsync(Guid leadId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.chase-silent", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        if (await unit.Db.Leads.StillOpen().SingleOrDefaultAsync(lead => lead.Id == leadId && lead.AnswerBy <= unit.At, ct) is not { } lead) return Refusal.ChangedMeanwhile;
        var terms = await unit.PromisedAsync(ct);
        var office = (await WorkTimes.ReadAsync(unit, lender, me, ct)).Office;
        var reassigns = Reassigns(lead, terms, office, unit.At);
        lead.Breach();
        if (Escalates(lead, terms, office, unit.At)) await EscalateAsync(unit, lead, ct);
        if (reassigns) await ReassignAsync(unit, lead, terms, office, ct);
        return await unit.SaveAsync(ct);
    }

    private static bool Escalates(Lead lead, ResponseTerms terms, WorkClock office, DateTimeOffset at) => lead.EscalatedAt is null && IsOver(terms.EscalateAfter, lead.AnswerBy!.Value, office, at);

    private static bool Reassigns(Lead lead, ResponseTerms terms, WorkClock office, DateTimeOffset at) =>
        lead is { AssigneeId: not null, StuckAt: null } && IsOver(terms.ReassignAfter, lead.AnswerBy!.Value, office, at);

    private static bool IsOver(int? minutes, DateTimeOffset promised, WorkClock office, DateTimeOffset at) =>
        minutes is { } wait && office.After(promised, TimeSpan.FromMinutes(wait)) <= at;

    private static async Task EscalateAsync(CrmUnit unit, Lead lead, CancellationToken ct)
    {
        lead.Escalate(unit.At);
        var owner = await unit.Db.Members.Where(member => member.Id == lead.AssigneeId).Select(member => member.FirstName + " " + member.LastName).SingleOrDefaultAsync(ct);
        foreach (var chief in await unit.ChiefsOfAsync(lead.AssigneeId, ct))
            unit.Db.Notifications.Add(new Notification(chief, $"{lead.Name} was not answered in time{(owner is null ? "; the lead is nobody’s" : $"; the lead is {owner}’s")}", LeadUrls.For(lead.Id), unit.At));
    }

    private async Task ReassignAsync(CrmUnit unit, Lead lead, ResponseTerms terms, WorkClock office, CancellationToken ct)
    {
        var silent = lead.AssigneeId!.Value;
        var had = await unit.HadAsync(lead.Id, ct);
        var choice = had.Count <= ResponseTerms.MostReassignments
            ? await desk.RouteAsync(unit, lead, AssignmentKind.Reassigned, null, had.Append(silent).ToHashSet(), ct) : null;
        if (choice is not { IsMade: true })
        {
            lead.StayWithOwner(unit.At);
            unit.Db.Activities.Add(new Activity(LeadTables.Leads, lead.Id, ActivityKind.System, choice is null ? "Not answered in time; it changed hands often enough and stays" : "Not answered in time; nobody else could take it", null, unit.At));
            return;
        }
        lead.PromiseFrom(unit.At, terms, office);
        unit.Db.Notifications.Add(new Notification(silent, $"{lead.Name} went to somebody else: it was not answered in time", LeadUrls.For(lead.Id), unit.At));
    }

    private sealed record Looked(IReadOnlyList<Guid> Due, Guid? Last);
}
