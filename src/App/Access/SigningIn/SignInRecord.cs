using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>Notes sign-ins in the audit trail of the organization.</summary>
public sealed class SignInRecord(IServiceScopeFactory scopes)
{
    /// <summary>Writes one entry, in a scope of its own: the request that signs in acts for nobody yet.</summary>
    public async Task WriteAsync(string verb, SignedIn who, MemberAuthority authority, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().Become(authority, null);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync(verb, AccessPermissions.OwnAccount, ct);
        if (unit.Refused is not null) return;
        unit.Began(SessionLedger.Table, who.SessionId, $$"""{"method":"{{who.Method}}"}""");
        await unit.SaveAsync(ct);
    }
}
