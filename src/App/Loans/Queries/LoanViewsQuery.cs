using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>The views a member has of the loans: built in, their own and shared ones, each with how many loans it shows.</summary>
public sealed class LoanViewsQuery(CrmWork work, CurrentMember me, KeptReads kept, LoanReads reads)
{
    private static readonly string[] tables = ["saved_views"];
    private static readonly TimeSpan keptFor = TimeSpan.FromMinutes(10);

    /// <summary>The views and their counts; these follow the loans within <see cref="LoanReads.Follow"/>.</summary>
    public async Task<Outcome<IReadOnlyList<LoanViewLine>>> ReadAsync(CancellationToken ct)
    {
        var known = await LinesAsync(ct);
        if (known.Value is not { } lines) return known;
        var counted = await reads.FollowingAsync((nameof(LoanViewLine), me.Id), LoanFilter.None, more => CountsAsync(lines, more), ct);
        return counted.IsDone ? lines.Select((line, place) => line with { Count = counted.Value.GetValueOrDefault(place) }).ToList() : counted.Refusal;
    }

    /// <summary>The view the grid opens with when its address names none: the member's own default, else a shared one.</summary>
    public async Task<LoanView> DefaultAsync(CancellationToken ct)
    {
        var lines = (await LinesAsync(ct)).Value ?? [];
        return (lines.FirstOrDefault(line => line is { IsDefault: true, IsMine: true }) ?? lines.FirstOrDefault(line => line.IsDefault))?.View ?? LoanView.Everything;
    }

    /// <summary>The views, not counted; kept until one of them changes.</summary>
    private async Task<Outcome<IReadOnlyList<LoanViewLine>>> LinesAsync(CancellationToken ct)
    {
        if (!me.May(LoanPermissions.Read)) return await ReadLinesAsync(ct);   // refuses, and the audit trail says so
        var known = await kept.ReadAsync(me.OrgId, (nameof(LoanViewsQuery), me.Id), tables, keptFor, () => ReadLinesAsync(CancellationToken.None), read => read.IsDone).WaitAsync(ct);
        return known.IsDone ? known : await ReadLinesAsync(ct);
    }

    private async Task<Outcome<IReadOnlyList<LoanViewLine>>> ReadLinesAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.views", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var myId = me.Id;
        var saved = await unit.Db.SavedViews.AsNoTracking().Where(view => view.Place == LoanViews.Place && (view.OwnerId == myId || view.IsShared))
            .OrderBy(view => view.IsShared).ThenBy(view => view.CreatedAt).ThenBy(view => view.Id).ToListAsync(ct);
        return new Outcome<IReadOnlyList<LoanViewLine>>(
        [
            .. LoanViews.BuiltIn.Select(view => new LoanViewLine(null, view.Name, view.View, false, false, false, 0)),
            .. saved.Select(view => new LoanViewLine(view.Id, view.Name, LoanView.Parse(view.Query), view.OwnerId == myId, view.IsShared, view.IsDefault, 0)),
        ], null);
    }

    /// <summary>All counts in one statement, each of at most one loan more than the cap.</summary>
    private async Task<Outcome<Dictionary<int, int>>> CountsAsync(IReadOnlyList<LoanViewLine> lines, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.views", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var viewing = new LoanViewing(unit.Db, me, unit.At);
        var loans = unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read);
        return await lines.Select((line, place) => loans.Matching((me.SeesAmounts() ? line.View : line.View.WithoutAmounts()).Filter, viewing)
                .Select(_ => place).Take(LoanGridFigures.Cap + 1).GroupBy(at => at).Select(group => new { Place = group.Key, Count = group.Count() }))
            .Aggregate((all, one) => all.Concat(one))
            .ToDictionaryAsync(row => row.Place, row => row.Count, ct);
    }
}

/// <summary>A view as a tab.</summary>
public sealed record LoanViewLine(Guid? Id, string Name, LoanView View, bool IsMine, bool IsShared, bool IsDefault, int Count);
