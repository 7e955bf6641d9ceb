using CrmStudio.App.Kit.Arrivals;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Shell.Live;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Live;

namespace CrmStudio.App.Loans.Pages;

/// <summary>The rows in sight: a window that grows and slides, and follows what others change.</summary>
public partial class LoanGridPage
{
    /// <summary>Rows a circuit keeps.</summary>
    public const int MostRows = 200;

    private readonly List<LoanGridRow> rows = [];
    private readonly Arrivals arrivals = new();
    private readonly Later tasksLater = new(LoanReads.Follow, clock);
    private int offset, refreshing;
    private bool hasMore;

    private void Show(IReadOnlyList<LoanGridRow> first, bool isMore)
    {
        rows.Clear();
        rows.AddRange(first);
        arrivals.Clear();
        (offset, hasMore) = (0, isMore);
    }

    private async Task MoreAsync()
    {
        if (!hasMore || rows.Count == 0) return;
        var read = await query.ReadAsync(new(view, After: rows[^1], WithFigures: false), Leaving);
        if (read.Value is not { } window) return;
        rows.AddRange(window.Rows);
        hasMore = window.HasMore;
        if (rows.Count > MostRows)
        {
            offset += rows.Count - MostRows;
            rows.RemoveRange(0, rows.Count - MostRows);
        }
        StateHasChanged();
    }

    /// <summary>Paper shows all rows the page can hold, not only those scrolled to so far.</summary>
    private async Task ShowAllAsync()
    {
        while (offset == 0 && hasMore && rows.Count < MostRows)
        {
            var before = rows.Count;
            await MoreAsync();
            if (rows.Count == before) break;
        }
        StateHasChanged();
    }

    private async Task EarlierAsync()
    {
        if (offset == 0 || rows.Count == 0) return;
        var read = await query.ReadAsync(new(view, Before: rows[0], WithFigures: false), Leaving);
        if (read.Value is not { } window) return;
        rows.InsertRange(0, window.Rows);
        offset = window.HasMore ? Math.Max(1, offset - window.Rows.Count) : 0;
        if (rows.Count > MostRows)
        {
            rows.RemoveRange(MostRows, rows.Count - MostRows);
            hasMore = true;
        }
        StateHasChanged();
    }

    /// <summary>Somebody saved something: rows in sight change where they stand, new ones are offered by a pill and never jump in.</summary>
    private async Task HearAsync(LiveChange change)
    {
        if (change.Touches(LoanTables.Tasks)) _ = tasksLater.AskAsync(() => RefreshAsync([.. rows.Select(row => row.Id)]), Leaving);
        if (!change.Touches(LoanTables.Loans) || await toast.IsOwnAsync(change, Leaving) || grid is null) return;
        if (rows.Count == 0) await ReloadAsync();
        else if (change.More) await RefreshAsync([.. rows.Select(row => row.Id)]);
        else await RefreshAsync(change.Rows[LoanTables.Loans]);
    }

    private async Task RefreshAsync(IReadOnlyList<Guid> ids)
    {
        if (Leaving.IsCancellationRequested) return;
        refreshing++;
        var read = await query.ReadRowsAsync(view, ids, Leaving);
        refreshing--;
        if (read.Value is not { } now) return;

        var before = Around;
        var found = now.Rows.ToDictionary(row => row.Id);
        foreach (var id in ids)
        {
            var place = rows.FindIndex(row => row.Id == id);
            if (place < 0 && found.TryGetValue(id, out var row) && row.CreatedAt > grid!.At) arrivals.Hold(id);
            else if (place < 0) arrivals.Forget(id);
            else if (found.TryGetValue(id, out var changed)) rows[place] = changed;
            else
            {
                rows.RemoveAt(place);
                selection.Forget([id.ToString()]);
            }
        }
        ShowFoot(now.Figures);
        Redraw(before);
    }

    /// <summary>A row was changed here: drawn from what was saved where that is all there is to it, read anew where it is not.</summary>
    private Task RedrawAsync(LoanGridRow now, string cell)
    {
        var place = rows.FindIndex(row => row.Id == now.Id);
        if (place < 0 || refreshing > 0 || choices!.Stage(now.StageId) is not { } stage || figures?.With(rows[place], now, cell, view.Filter, stage.Probability, viewer.Today) is not { } foot) return RefreshAsync([now.Id]);
        var before = Around;
        rows[place] = now;
        ShowFoot(foot);
        Redraw(before);
        return Task.CompletedTask;
    }

    private async Task ChangedAsync(Outcome<Changed> outcome)
    {
        toast.Show(outcome, ReloadAsync);
        if (!outcome.IsDone) return;
        selection.Clear();
        await ReloadAsync();
    }

    private async Task MovedAsync(Outcome<Changed> outcome)
    {
        var moved = Peek!.Value;
        toast.Show(outcome, () => RefreshAsync([moved]));
        await RefreshAsync([moved]);
    }
}
