using CrmStudio.App.Compliance;
using CrmStudio.App.Leads.Hours;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.Reactions;

/// <summary>Promises a new lead an answer and gives it to whom the rules say. One that is somebody's already, or waits in a pond, stays where it is.</summary>
public sealed class RouteLeadWhenReceived(RoutingDesk desk, LenderRules lender, CurrentMember me) : IReaction<LeadReceived>
{
    public async Task RunAsync(LeadReceived happened, CrmUnit unit, CancellationToken ct)
    {
        if (await unit.Db.Leads.SingleOrDefaultAsync(lead => lead.Id == happened.LeadId && lead.EndedAt == null, ct) is not { } lead) return;
        var terms = await unit.PromisedAsync(ct);
        if (terms.Minutes is not null && lead is { AnswerBy: null, AnsweredAt: null }) lead.PromiseFrom(lead.ReceivedAt, terms, (await WorkTimes.ReadAsync(unit, lender, me, ct)).Office);
        if (lead.AssigneeId is not null || lead.PondId is not null) return;
        if (!await unit.Db.RoutingRules.AnyAsync(rule => rule.IsOn, ct)) return;

        var choice = await desk.RouteAsync(unit, lead, AssignmentKind.Routed, null, new HashSet<Guid>(), ct);
        if (!choice.IsMade) unit.Db.Activities.Add(new Activity(LeadTables.Leads, lead.Id, ActivityKind.System, $"{choice.Why.Choice}: the lead is nobody’s yet", null, unit.At));
    }
}
