using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.UseCases;

/// <summary>Says what a refinance is assumed to cost, and from when the organization speaks of a gain.</summary>
public sealed class SetWatchTerms(CrmWork work, CurrentMember me)
{
    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(WatchTerms terms, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.terms", WatchPermissions.Set, ct);
        if (unit.Refused is { } refused) return refused;

        var policy = await unit.Db.WatchPolicies.SingleOrDefaultAsync(ct) ?? unit.Db.WatchPolicies.Add(new WatchPolicy(me.OrgId)).Entity;
        if (policy.Set(terms) is { IsDone: false } wrong) return wrong.Refusal;

        const string summary = "Changed what a refinance is assumed to cost";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
