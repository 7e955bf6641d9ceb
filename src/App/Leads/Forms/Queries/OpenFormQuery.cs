using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Forms.Queries;

/// <summary>The form a key opens.</summary>
public sealed class OpenFormQuery(CrmWork work)
{
    /// <param name="key">The part of its address behind the organization.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<LeadForm>> ReadAsync(string key, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.forms.enter", LeadPermissions.Capture, ct);
        if (unit.Refused is { } refused) return refused;
        return await unit.Db.LeadForms.AsNoTracking().SingleOrDefaultAsync(form => form.Key == key && form.IsOn, ct) is { } open ? open : FormRefusals.Closed;
    }
}
