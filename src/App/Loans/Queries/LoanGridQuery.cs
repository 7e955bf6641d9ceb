using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>A window of the grid of loans, with the figures at its foot.</summary>
public sealed class LoanGridQuery(CrmWork work, CurrentMember me, LoanReads reads)
{
    /// <summary>Rows a window has.</summary>
    public const int Window = 50;

    /// <param name="View">Filter and order.</param>
    /// <param name="After">The row to go on behind; null for the first rows.</param>
    /// <param name="Before">The row to go back from.</param>
    /// <param name="WithFigures">Whether the foot is wanted too.</param>
    public sealed record Input(LoanView View, LoanGridRow? After = null, LoanGridRow? Before = null, bool WithFigures = true);

    public async Task<Outcome<LoanGrid>> ReadAsync(Input input, CancellationToken ct)
    {
        if (input.After is not null || input.Before is not null) return await WindowAsync(input, ct);   // each scrolls for themselves
        var read = await reads.NowAsync((nameof(LoanGrid), input.View.ToQuery(), input.WithFigures), input.View.Filter, more => WindowAsync(input, more), ct);
        return read.Value is { } grid ? grid with { View = Seen(input.View) } : read;
    }

    private LoanView Seen(LoanView view) => me.SeesAmounts() ? view : view.WithoutAmounts();

    private async Task<Outcome<LoanGrid>> WindowAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.grid", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var (amounts, view) = (me.SeesAmounts(), Seen(input.View));
        var loans = unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).Matching(view.Filter, new(unit.Db, me, unit.At));

        var rows = await new LoanGridWindow(unit.Db, loans, view.Filter.IsAboutOpenLoans, IsNarrow(view), view.Sort, view.Descending, amounts)
            .RowsAsync(input.Before ?? input.After, input.Before is not null, Window + 1, ct);
        var hasMore = rows.Count > Window;
        if (hasMore) rows.RemoveAt(input.Before is null ? Window : 0);

        var figures = input.WithFigures ? await LoanGridFoot.ReadAsync(unit.Db, loans, me.DayOf(unit.At), amounts, ct) : null;
        return new LoanGrid(rows, hasMore, figures, view, unit.At, amounts);
    }

    private bool IsNarrow(LoanView view) => me.ScopeOf(LoanPermissions.Read) == Scope.Own || view.Filter.IsAboutFewPeople;

    /// <summary>Single rows anew, with the foot, for what somebody changed meanwhile. Rows that match no more are not among them.</summary>
    public Task<Outcome<LoanGridFresh>> ReadRowsAsync(LoanView asked, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        reads.NowAsync((nameof(LoanGridFresh), string.Join(',', ids)), asked.Filter, more => RowsAsync(asked, ids, more), ct);

    private async Task<Outcome<LoanGridFresh>> RowsAsync(LoanView asked, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.grid", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var (amounts, wanted, view) = (me.SeesAmounts(), ids.ToArray(), Seen(asked));
        var loans = unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).Matching(view.Filter, new(unit.Db, me, unit.At));
        var rows = await LoanGridWindow.RowsOf(unit.Db, loans.Where(loan => wanted.Contains(loan.Id)), amounts).ToListAsync(ct);
        return new LoanGridFresh(rows, await LoanGridFoot.ReadAsync(unit.Db, loans, me.DayOf(unit.At), amounts, ct));
    }
}

/// <summary>A window of the grid as one member may see it.</summary>
/// <param name="HasMore">Whether the list goes on, in the direction that was read.</param>
/// <param name="View">The view that was read: without amounts for who sees none.</param>
public sealed record LoanGrid(IReadOnlyList<LoanGridRow> Rows, bool HasMore, LoanGridFigures? Figures, LoanView View, DateTimeOffset At, bool SeesAmounts);

/// <summary>Rows as they are now.</summary>
public sealed record LoanGridFresh(IReadOnlyList<LoanGridRow> Rows, LoanGridFigures Figures);
