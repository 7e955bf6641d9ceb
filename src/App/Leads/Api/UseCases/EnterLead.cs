using CrmStudio.App.Access.Api;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.Api.UseCases;

/// <summary>Takes somebody in whom a program sends: the person is recognised, the lead opened or added to. Scoring and routing follow.</summary>
public sealed class EnterLead(CrmWork work, CurrentMember me)
{
    private const string OneOpenLead = "ix_leads_open_contact";

    public async Task<Outcome<ApiCreated>> RunAsync(ApiRequest request, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.api.enter", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        await unit.TakeTurnAsync(ct);
        var before = await request.Once.BeforeAsync(unit, ct);
        if (before.Refusal is { } reused) return reused;
        if (before.Value is { } same) return same;

        var read = ApiJson.Over(new NewLead(), request.Sent);
        if (read.Value is not { } sent) return read.Refusal!;
        if (string.IsNullOrWhiteSpace(sent.Email) && string.IsNullOrWhiteSpace(sent.Phone)) return Refusal.Invalid(nameof(sent.Email), "A lead needs an e-mail address or a phone number.");
        var received = await unit.ReceiveAsync(sent.Who(), sent.From(), sent.Wish(), me.Id, ct);
        if (!received.IsDone) return received.Refusal;

        var answer = request.Once.Keep(unit, new ApiCreated(received.Value.Lead.Id, received.Value.Contact.Id, received.Value.IsNewLead));
        var saved = await unit.SaveAsync(ct, duplicate: rule => rule == OneOpenLead ? Refusal.ChangedMeanwhile : ApiOnce.Duplicate(rule));
        return saved.IsDone ? answer : saved.Refusal;
    }
}
