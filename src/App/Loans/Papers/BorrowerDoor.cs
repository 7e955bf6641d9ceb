using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers;

/// <summary>
/// Lets borrowers in by their link. The link is exchanged for a cookie that scripts cannot read, so that its secret does not stay in
/// the address; it is asked for anew with every request, so that a link that is revoked opens nothing from then on. It is looked up
/// inside the fence of the organization it names: with another organization's id it finds nothing.
/// </summary>
public sealed class BorrowerDoor(SignInDoor door, CurrentMember me, CrmWork work, IHostEnvironment environment)
{
    private const int LongestToken = 200;

    private readonly CookieBuilder cookie = Cookie(environment.IsDevelopment());

    /// <summary>Keeps the link in the borrower's browser until it is closed. Whether it opens anything, the page says.</summary>
    public void Keep(HttpContext request, string token)
    {
        if (token.Length <= LongestToken) request.Response.Cookies.Append(cookie.Name!, token, cookie.Build(request));
    }

    /// <summary>The visit of a request; null when its link opens nothing. From here on the system acts in the link's organization.</summary>
    public async Task<BorrowerVisit?> EnterAsync(HttpContext request, CancellationToken ct)
    {
        if (request.Request.Cookies[cookie.Name!] is not { Length: <= LongestToken } token) return null;
        if (token.Split('.') is not [var org, { Length: > 0 } secret] || !Guid.TryParseExact(org, "n", out var orgId)) return null;
        if (await door.Db.Organizations.AsNoTracking().SingleOrDefaultAsync(organization => organization.Id == orgId, ct) is not { } organization) return null;

        me.BecomeSystem(organization.Id, organization.Name, organization.TimeZone);
        await using var unit = await work.BeginAsync("loans.papers.enter", PaperPermissions.Read, ct);
        if (unit.Refused is not null) return null;
        var hash = BorrowerLink.HashOf(secret);
        var link = await unit.Db.BorrowerLinks.AsNoTracking().SingleOrDefaultAsync(one => one.SecretHash == hash, ct);
        return link is not null && link.Opens(unit.At) ? new BorrowerVisit(link.Id, link.LoanId) : null;
    }

    private static CookieBuilder Cookie(bool isLocal)
    {
        var builder = new CookieBuilder();
        AccessSetup.Harden(builder, isLocal, "crm-papers");
        return builder;
    }
}
