using CrmStudio.App.Leads.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Queries;

/// <summary>Rows of the inbox.</summary>
public sealed class LeadWindowQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Rows a window has.</summary>
    public const int Window = 50;

    /// <summary>Rows a list shows at most; whoever needs more narrows it.</summary>
    public const int Limit = 1_000;

    /// <param name="View">What is looked at.</param>
    /// <param name="After">The row to go on behind; null for the first rows.</param>
    /// <param name="Size">How many.</param>
    public sealed record Input(LeadView View, LeadRow? After = null, int Size = Window);

    /// <returns>The rows; fewer than asked for when there are no more.</returns>
    public async Task<Outcome<IReadOnlyList<LeadRow>>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.list", LeadPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var (view, amounts) = (me.SeesLeadAmounts() ? input.View : input.View.WithoutAmounts(), me.SeesLeadAmounts());
        var leads = unit.Db.LeadsOf(me, LeadPermissions.Read).AsNoTracking().Shown(view, unit.Db, me, unit.At);
        return await new LeadWindow(unit.Db, leads, view.Sort, amounts).RowsAsync(input.After, Math.Min(input.Size, Limit), ct);
    }
}
