using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Api.UseCases;

/// <summary>Makes a key for a program that acts for oneself. It is shown once: only its hash is kept.</summary>
public sealed class MakeApiKey(CrmWork work, CurrentMember me, IEnumerable<ApiScope> known)
{
    /// <param name="Name">What uses it.</param>
    /// <param name="Scopes">Names of permissions.</param>
    /// <param name="Days">Days it holds.</param>
    public sealed record Input(string? Name, IReadOnlyCollection<string> Scopes, int Days);

    /// <returns>The key.</returns>
    public async Task<Outcome<string>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.keys.make", AccessPermissions.MakeApiKeys, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.ApiKeys.CountAsync(one => one.MemberId == me.Id && one.RevokedAt == null, ct) >= ApiKey.Most) return AccessRefusals.TooManyKeys;
        if (input.Scopes.Any(name => !known.Any(scope => scope.Permission.Name == name && me.May(scope.Permission)))) return AccessRefusals.ScopeAboveOwn;

        var secret = ApiKeySecret.New(me.OrgId);
        var made = ApiKey.Make(me.Id, input.Name, input.Scopes, input.Days, secret.Secret, unit.At);
        if (made.Value is not { } key) return made.Refusal!;
        unit.Db.ApiKeys.Add(key);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? secret.Token : saved.Refusal;
    }
}
