using CrmStudio.App.Access.Api;
using CrmStudio.App.Leads.Scoring;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Api.UseCases;

/// <summary>Changes a lead as a program says, if it is still the version the program knows.</summary>
public sealed class AmendLead(CrmWork work, CurrentMember me)
{
    public async Task<Outcome> RunAsync(Guid leadId, ApiRequest request, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.api.amend", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.LeadsOf(me, LeadPermissions.Work).SingleOrDefaultAsync(one => one.Id == leadId, ct) is not { } lead) return Refusal.NotFound;
        if (request.Version is not { } version) return AccessRefusals.VersionNeeded;
        if (version != lead.Version) return Refusal.ChangedMeanwhile;
        if (request.Sent.ContainsKey("amount") && !me.SeesLeadAmounts()) return Refusal.Invalid("amount", "This key may not see or change amounts.");

        var read = ApiJson.Over(LeadChange.Of(lead), request.Sent);
        if (read.Value is not { } sent) return read.Refusal!;
        if (Change(lead, sent) is { IsDone: false } wrong) return wrong;
        await unit.ScoreAsync([lead], ct);
        return await unit.SaveAsync(ct);
    }

    private static Outcome Change(Lead lead, LeadChange sent)
    {
        if (sent.Status != lead.Status && lead.Stand(sent.Status) is { IsDone: false } ended) return ended;
        if (lead.Wish(new LeadWish(sent.Interest, sent.Timeline, sent.Amount, sent.PropertyState, sent.Message)) is { IsDone: false } wish) return wish;
        lead.ComeFrom(lead.Origin() with { Source = sent.Source ?? "", Detail = sent.SourceDetail });
        return lead.Plan(sent.NextStep, sent.NextStepOn);
    }
}
