using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Locks.UseCases;

/// <summary>Writes the rules of the lock desk from a day on. Rules of another day stay: locks were made under them.</summary>
public sealed class WriteLockRules(CrmWork work, CurrentMember me)
{
    public sealed record Input(DateOnly EffectiveOn, string? Source, LockPolicyTerms Terms);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.locks.rules", LockPermissions.Policy, ct);
        if (unit.Refused is { } refused) return refused;

        var policy = await unit.Db.LockPolicies.SingleOrDefaultAsync(one => one.EffectiveOn == input.EffectiveOn, ct) ?? unit.Db.LockPolicies.Add(new LockPolicy(input.EffectiveOn)).Entity;
        if (policy.Write(input.Terms, input.Source, me.DayOf(unit.At), by: me.Id) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Wrote the rules of the lock desk from {LoanWords.Day(input.EffectiveOn, me.DayOf(unit.At))}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
