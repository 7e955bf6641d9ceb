using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>The views a member has of the loans: built in, their own and shared ones, each with how many loans it shows.</summary>
public sealed class LoanViewsQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<IReadOnlyList<LoanViewLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.views", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var myId = me.Id;
        var saved = await unit.Db.SavedViews.AsNoTracking().Where(view => view.Place == LoanViews.Place && (view.OwnerId == myId || view.IsShared))
            .OrderBy(view => view.IsShared).ThenBy(view => view.CreatedAt).ThenBy(view => view.Id).ToListAsync(ct);
        List<LoanViewLine> lines =
        [
            .. LoanViews.BuiltIn.Select(view => new LoanViewLine(null, view.Name, view.View, false, false, false, 0)),
            .. saved.Select(view => new LoanViewLine(view.Id, view.Name, LoanView.Parse(view.Query), view.OwnerId == myId, view.IsShared, view.IsDefault, 0)),
        ];
        var counts = await CountsAsync(unit.Db, lines, new(unit.Db, me, unit.At), ct);
        return lines.Select((line, place) => line with { Count = counts.GetValueOrDefault(place) }).ToList();
    }

    /// <summary>The view the grid opens with when its address names none: the member's own default, else a shared one.</summary>
    public async Task<LoanView> DefaultAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.views", LoanPermissions.Read, ct);
        if (unit.Refused is not null) return LoanView.Everything;

        var myId = me.Id;
        var query = await unit.Db.SavedViews.Where(view => view.Place == LoanViews.Place && view.IsDefault && (view.OwnerId == myId || view.IsShared))
            .OrderByDescending(view => view.OwnerId == myId).Select(view => view.Query).FirstOrDefaultAsync(ct);
        return query is null ? LoanView.Everything : LoanView.Parse(query);
    }

    /// <summary>All counts in one statement, each of at most one loan more than the cap.</summary>
    private async Task<Dictionary<int, int>> CountsAsync(CrmDbContext db, List<LoanViewLine> lines, LoanViewing viewing, CancellationToken ct)
    {
        var loans = db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read);
        return await lines.Select((line, place) => loans.Matching((me.SeesAmounts() ? line.View : line.View.WithoutAmounts()).Filter, viewing)
                .Select(_ => place).Take(LoanGridFigures.Cap + 1).GroupBy(at => at).Select(group => new { Place = group.Key, Count = group.Count() }))
            .Aggregate((all, one) => all.Concat(one))
            .ToDictionaryAsync(row => row.Place, row => row.Count, ct);
    }
}

/// <summary>A view as a tab.</summary>
public sealed record LoanViewLine(Guid? Id, string Name, LoanView View, bool IsMine, bool IsShared, bool IsDefault, int Count);
