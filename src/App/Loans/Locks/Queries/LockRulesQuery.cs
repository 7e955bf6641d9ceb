using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Locks.Queries;

/// <summary>The rules of the lock desk: those that hold, and all that were written.</summary>
public sealed class LockRulesQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<LockRulesView>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.locks.read-rules", LockPermissions.Policy, ct);
        if (unit.Refused is { } refused) return refused;

        var today = me.DayOf(unit.At);
        var written = await unit.Db.LockPolicies.AsNoTracking().OrderByDescending(policy => policy.EffectiveOn)
            .Select(policy => new LockRulesLine(
                policy.EffectiveOn, policy.Source, policy.Terms,
                unit.Db.Members.Where(member => member.Id == policy.WrittenBy).Select(member => member.FirstName + " " + member.LastName).FirstOrDefault() ?? "CrmStudio"))
            .ToListAsync(ct);
        return new LockRulesView(today, await LockRules.ReadAsync(unit, today, ct), written);
    }
}

/// <summary>The rules of the lock desk.</summary>
/// <param name="Now">Those that hold today.</param>
/// <param name="Written">All that were written, the latest first.</param>
public sealed record LockRulesView(DateOnly Today, LockRules Now, IReadOnlyList<LockRulesLine> Written);

/// <summary>Rules from a day on.</summary>
public sealed record LockRulesLine(DateOnly EffectiveOn, string Source, LockPolicyTerms Terms, string By);
