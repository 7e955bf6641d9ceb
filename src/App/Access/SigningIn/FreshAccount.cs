using CrmStudio.App.Access.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>Lets a person change the ways they sign in, shortly after signing in only: an unlocked screen must not be enough.</summary>
public sealed class FreshAccount(CrmWork work, CurrentMember me, UserManager<SignInUser> users)
{
    public async Task<Outcome<SignInUser>> OpenAsync(string verb, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync(verb, AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;
        var (session, since) = (me.SessionId, unit.At - AccountQuery.FreshFor);
        if (!await unit.Db.Sessions.AnyAsync(s => s.Id == session && s.CreatedAt > since, ct)) return AccessRefusals.SignInAgain;
        return await users.FindByIdAsync(me.Authority.UserId.ToString()) ?? throw new InvalidOperationException("A signed-in person has an account.");
    }
}
