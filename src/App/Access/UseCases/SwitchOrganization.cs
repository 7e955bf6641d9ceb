using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Goes to another organization of the person: a new session there; the one here ends, and open pages with it.</summary>
public sealed class SwitchOrganization(CrmWork work, CurrentMember me, UserManager<SignInUser> users, SignInCookies cookies, SignInSteps steps)
{
    public sealed record Input(Guid OrgId);

    /// <returns>The address of the next page.</returns>
    public async Task<Outcome<string>> RunAsync(Input input, CancellationToken ct)
    {
        await using (var unit = await work.BeginAsync("access.switch", AccessPermissions.OwnAccount, ct))
            if (unit.Refused is { } refused) return refused;

        var user = await users.FindByIdAsync(me.Authority.UserId.ToString()) ?? throw new InvalidOperationException("A signed-in person has an account.");
        if ((await steps.PlacesAsync(user.Id, ct)).All(place => place.OrgId != input.OrgId)) return Refusal.NotFound;
        // Who came in by “Enter as” proved nothing; in the next organization that counts as no second factor.
        var method = cookies.Present?.Method is { } used and not SignInMethod.EnterAs ? used : SignInMethod.Password;
        return await steps.BeginAsync(user, method, "/", ct, input.OrgId);
    }
}
