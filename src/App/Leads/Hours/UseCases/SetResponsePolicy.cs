using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Hours.UseCases;

/// <summary>Says how soon leads are answered, and what happens when they are not. Leads that are here keep what they were promised.</summary>
public sealed class SetResponsePolicy(CrmWork work, CurrentMember me)
{
    public sealed record Input(ResponseTerms Terms);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.set-response-policy", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var policy = await unit.Db.ResponsePolicies.SingleOrDefaultAsync(ct) ?? unit.Db.ResponsePolicies.Add(new ResponsePolicy(me.OrgId)).Entity;
        if (policy.Set(input.Terms) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = input.Terms.Minutes is { } minutes ? $"New leads are answered within {minutes:N0} minutes" : "Nothing is promised to new leads";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
