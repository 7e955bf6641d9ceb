using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>Leads a person from the first proof to a session: second factor, organization, first authenticator.</summary>
public sealed class SignInSteps(UserManager<SignInUser> users, SecondFactors factors, SignInCookies cookies, SignInDoor door, AuthorityReader reader, SignInRecord record)
{
    /// <summary>Begins after the first proof.</summary>
    /// <returns>The address of the next page.</returns>
    public Task<Outcome<string>> BeginAsync(SignInUser user, SignInMethod method, string? returnUrl, CancellationToken ct, Guid? orgId = null) =>
        GoOnAsync(user, new PendingSignIn(user.Id, user.SecurityStamp!, method, orgId, LocalUrl.OrStart(returnUrl)), ct);

    /// <summary>Goes on with what is under way.</summary>
    /// <returns>The address of the next page.</returns>
    public async Task<Outcome<string>> GoOnAsync(SignInUser user, PendingSignIn pending, CancellationToken ct)
    {
        if (!pending.IsTwofold && await factors.HasAnyAsync(user)) return await WaitAtAsync(AccessUrls.SecondFactor, pending);

        var places = await PlacesAsync(user.Id, ct);
        if (places.Count == 0) return AccessRefusals.NoOrganization;
        var chosen = pending.OrgId is { } wanted ? places.SingleOrDefault(place => place.OrgId == wanted) : places.Count == 1 ? places[0] : null;
        if (chosen is null) return await WaitAtAsync(AccessUrls.Organization, pending with { OrgId = null });

        var authority = await reader.IdentifyAsync(chosen.OrgId, chosen.MemberId, null, ct);
        if (authority is null) return AccessRefusals.NoOrganization;
        if (!authority.IsDemo && !await factors.HasAnyAsync(user)) return await WaitAtAsync(AccessUrls.Enroll, pending with { OrgId = chosen.OrgId });

        var who = SignedIn.Now(authority, pending.Method);
        await cookies.BeginAsync(who, ct);
        await record.WriteAsync("access.sign-in", who, authority, ct);
        return LocalUrl.OrStart(pending.ReturnUrl);
    }

    /// <summary>What is under way and whose it is; null when it is too old or the password changed meanwhile.</summary>
    public async Task<(SignInUser User, PendingSignIn Pending)?> UnderWayAsync() =>
        await cookies.PendingAsync() is { } pending && await users.FindByIdAsync(pending.UserId.ToString()) is { } user && user.SecurityStamp == pending.Stamp
            ? (user, pending)
            : null;

    /// <summary>Organizations that let the person in, the latest first.</summary>
    public async Task<IReadOnlyList<SignInPlace>> PlacesAsync(Guid userId, CancellationToken ct)
    {
        var places = await door.Db.UserOrganizations.AsNoTracking().Where(place => place.UserId == userId)
            .Join(door.Db.Organizations, place => place.OrgId, organization => organization.Id, (place, organization) => new { place, organization })
            .OrderByDescending(row => row.place.LastSignInAt != null).ThenByDescending(row => row.place.LastSignInAt).ThenBy(row => row.organization.Name)
            .Select(row => new SignInPlace(row.place.OrgId, row.place.MemberId, row.organization.Name, row.place.LastSignInAt))
            .ToListAsync(ct);
        var open = new List<SignInPlace>(places.Count);
        foreach (var place in places)
            if (await reader.VersionAsync(place.OrgId, place.MemberId, null, ct) is not null) open.Add(place);
        return open;
    }

    private async Task<Outcome<string>> WaitAtAsync(string url, PendingSignIn pending)
    {
        await cookies.KeepAsync(pending);
        return url;
    }
}
