using CrmStudio.App.Leads.Forms.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Forms;

/// <summary>
/// Lets people in by the public address of a form. The key is looked up inside the fence of the organization the address names; from then on the
/// system acts in that organization. A form that is off opens nothing, as if it had never been.
/// </summary>
public sealed class FormDoor(SignInDoor door, CurrentMember me, OpenFormQuery forms)
{
    private const int LongestToken = 100;

    /// <summary>The form of an address; null when it opens nothing.</summary>
    public async Task<OpenForm?> EnterAsync(string token, CancellationToken ct)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var org, { Length: > 0 } key] || !Guid.TryParseExact(org, "n", out var orgId)) return null;
        if (await door.Db.Organizations.AsNoTracking().SingleOrDefaultAsync(organization => organization.Id == orgId, ct) is not { } organization) return null;

        me.BecomeSystem(organization.Id, organization.Name, organization.TimeZone);
        return (await forms.ReadAsync(key, ct)).Value is { } form ? new OpenForm(form, organization.Name) : null;
    }
}
