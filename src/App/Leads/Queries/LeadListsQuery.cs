using CrmStudio.App.Leads.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Queries;

/// <summary>The lists of the inbox, built in and saved, each with how many leads it shows now.</summary>
public sealed class LeadListsQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Leads counted exactly; more are "10,000+".</summary>
    public const int Cap = 10_000;

    public async Task<Outcome<IReadOnlyList<LeadListLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.lists", LeadPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var myId = me.Id;
        var saved = await unit.Db.SavedViews.AsNoTracking().Where(view => view.Place == LeadView.Place && (view.OwnerId == myId || view.IsShared))
            .OrderBy(view => view.IsShared).ThenBy(view => view.CreatedAt).ThenBy(view => view.Id).ToListAsync(ct);
        List<LeadListLine> lines =
        [
            .. Enum.GetValues<LeadList>().Select(list => new LeadListLine(null, LeadListWords.Of(list), LeadView.Of(list), false, false, 0)),
            .. saved.Select(view => new LeadListLine(view.Id, view.Name, LeadView.Parse(view.Query), view.OwnerId == myId, view.IsShared, 0)),
        ];

        // All counts in one statement, each of at most one lead more than the cap.
        var leads = unit.Db.LeadsOf(me, LeadPermissions.Read).AsNoTracking();
        var counts = await lines.Select((line, place) => leads.Shown(me.SeesLeadAmounts() ? line.View : line.View.WithoutAmounts(), unit.Db, me, unit.At)
                .Select(_ => place).Take(Cap + 1).GroupBy(at => at).Select(group => new { Place = group.Key, Count = group.Count() }))
            .Aggregate((all, one) => all.Concat(one)).ToDictionaryAsync(row => row.Place, row => row.Count, ct);
        return lines.Select((line, place) => line with { Count = counts.GetValueOrDefault(place) }).ToList();
    }
}

/// <summary>A list of the inbox.</summary>
public sealed record LeadListLine(Guid? Id, string Name, LeadView View, bool IsMine, bool IsShared, int Count);
