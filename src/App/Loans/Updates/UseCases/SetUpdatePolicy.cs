using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Updates.UseCases;

/// <summary>Turns status updates on or off for the organization, and says how long each waits.</summary>
public sealed class SetUpdatePolicy(CrmWork work, CurrentMember me)
{
    public sealed record Input(bool IsOn, int WaitSeconds);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.updates.policy", UpdatePermissions.Word, ct);
        if (unit.Refused is { } refused) return refused;

        var policy = await unit.Db.UpdatePolicies.SingleOrDefaultAsync(ct) ?? unit.Db.UpdatePolicies.Add(new UpdatePolicy(me.OrgId)).Entity;
        if (policy.Set(input.IsOn, input.WaitSeconds) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = input.IsOn ? "Status updates are on" : "Status updates are off";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
