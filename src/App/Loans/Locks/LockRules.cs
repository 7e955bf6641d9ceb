using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Locks;

/// <summary>The rules of the lock desk that hold on a day: the organization's, or what desks commonly do until it wrote some.</summary>
/// <param name="Terms">The rules.</param>
/// <param name="Source">Where they are written.</param>
/// <param name="Since">The first day they hold; null for the common ones.</param>
public sealed record LockRules(LockPolicyTerms Terms, string Source, DateOnly? Since)
{
    /// <summary>What holds before anything is written.</summary>
    public static LockRules Usual { get; } = new(LockPolicyTerms.Usual, "What lock desks commonly do: your own rules are not written yet", null);

    /// <summary>Reads those of a day.</summary>
    public static async Task<LockRules> ReadAsync(CrmUnit unit, DateOnly day, CancellationToken ct) =>
        await unit.Db.LockPolicies.AsNoTracking().Where(policy => policy.EffectiveOn <= day).OrderByDescending(policy => policy.EffectiveOn).FirstOrDefaultAsync(ct) is { } written
            ? new LockRules(written.Terms, written.Source, written.EffectiveOn)
            : Usual;
}
