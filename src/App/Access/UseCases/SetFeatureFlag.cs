using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Says who gets a feature: everybody, roles, members, a share of the members, or nobody at all.</summary>
public sealed class SetFeatureFlag(CrmWork work)
{
    private const int KeyMaxLength = 100;

    /// <param name="Key">The feature's name in code.</param>
    /// <param name="IsOn">On for everybody.</param>
    /// <param name="IsKilled">Off for everybody, whatever else is said.</param>
    /// <param name="RoleIds">Roles that get it.</param>
    /// <param name="MemberIds">Members who get it.</param>
    /// <param name="Percentage">Share of the members who get it, 0 to 100.</param>
    public sealed record Input(string Key, bool IsOn, bool IsKilled, IReadOnlyCollection<Guid> RoleIds, IReadOnlyCollection<Guid> MemberIds, int? Percentage);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.Key) || input.Key.Length > KeyMaxLength) return Refusal.Invalid(nameof(input.Key), "Name the feature.");
        if (input.Percentage is < 0 or > 100) return Refusal.Invalid(nameof(input.Percentage), "A share is between 0 and 100 percent.");

        await using var unit = await work.BeginAsync("access.set-flag", AccessPermissions.EditFlags, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.Roles.CountAsync(role => input.RoleIds.Contains(role.Id), ct) != input.RoleIds.Distinct().Count()
            || await unit.Db.Members.CountAsync(member => input.MemberIds.Contains(member.Id), ct) != input.MemberIds.Distinct().Count()) return Refusal.NotFound;

        var flag = await unit.Db.FeatureFlags.Include(f => f.Rules).SingleOrDefaultAsync(f => f.Key == input.Key, ct);
        if (flag is null) unit.Db.FeatureFlags.Add(flag = new FeatureFlag(input.Key));
        (flag.IsOn, flag.IsKilled) = (input.IsOn, input.IsKilled);
        flag.ClearRules();
        foreach (var role in input.RoleIds.Distinct()) flag.AddRole(role);
        foreach (var member in input.MemberIds.Distinct()) flag.AddMember(member);
        if (input.Percentage is { } share) flag.AddPercentage(share);
        return await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
    }
}
