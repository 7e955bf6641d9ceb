using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Live;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Pages;

/// <summary>The loans of a view as a grid. The address says everything: filters, order, columns, and whose peek is open.</summary>
public partial class LoanGridPage(
    LoanGridQuery query, LoanChoicesQuery choiceQuery, LoanViewsQuery views, EditLoanCell editCell, UndoToast toast, OrganizationFeed feed, CurrentMember me,
    ViewerClock viewer, TimeProvider clock, NavigationManager navigation) : IHandleEvent
{
    private readonly DataSelection selection = new();
    private LoanView view = LoanView.Everything;
    private string? shown;
    private LoanChoices? choices;
    private LoanGrid? grid;
    private LoanGridFigures? figures;
    private Refusal? refusal;
    private IReadOnlyList<DataColumn<LoanGridRow>> all = [], columns = [];
    private readonly Dictionary<string, Piece> feet = [];
    private DataTable<LoanGridRow>? table;
    private GridViews? tabs;
    private GridBulk? bulk;
    private ReasonDialog why = default!;
    private ConfirmDialog conflict = default!;
    private IDisposable? subscription;
    private bool leftOut;

    [SupplyParameterFromQuery(Name = "f")] public string[]? Filter { get; set; }

    [SupplyParameterFromQuery] public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "cols")] public string? Columns { get; set; }

    [SupplyParameterFromQuery] public string? Lanes { get; set; }

    [SupplyParameterFromQuery] public Guid? View { get; set; }

    [SupplyParameterFromQuery] public Guid? Peek { get; set; }

    private string? SortedBy => view.Sort.ToString().ToLowerInvariant();

    protected override async Task OnParametersSetAsync()
    {
        var address = Filter is null && Sort is null && Columns is null && Lanes is null && View is null ? await views.DefaultAsync(Leaving) : LoanView.Parse(Filter, Sort, Columns, Lanes);
        if (address.ToQuery() == shown) return;   // only the peek changed
        (shown, view) = (address.ToQuery(), address);
        selection.Clear();
        // Before the first read, so that nothing is saved unheard between the two.
        if (RendererInfo.IsInteractive && me.IsKnown) subscription ??= feed.Subscribe(me.OrgId, change => _ = InvokeAsync(() => HearAsync(change)));
        await ReloadAsync();
    }

    protected override void OnLeft() => subscription?.Dispose();

    /// <summary>Reads everything anew, from the first row.</summary>
    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        if (choices is null)
        {
            var named = await choiceQuery.ReadAsync(Leaving);
            (choices, refusal) = (named.Value, named.Refusal);
            if (choices is null) return;
            all = GridColumns.All(choices, viewer.Today, clock.GetUtcNow);
        }
        var read = await query.ReadAsync(new(view), Leaving);
        (grid, refusal) = (read.Value, read.Refusal);
        if (grid is null)
        {
            StateHasChanged();
            return;
        }
        leftOut = grid.View != view;
        view = grid.View;
        columns = GridColumns.Shown(all, view);
        Show(grid.Rows, grid.HasMore);
        ShowFoot(grid.Figures!);
        StateHasChanged();
    }

    private void ShowFoot(LoanGridFigures now)
    {
        if (now == figures) return;
        figures = now;
        feet.Clear();
        foreach (var (column, foot) in GridColumns.Feet(now, viewer.Today)) feet.Add(column, foot);
    }

    /// <summary>Most of what happens changes rows, or the address: the whole page is drawn only where it says so.</summary>
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg) => callback.InvokeAsync(arg);

    /// <summary>Draws rows that changed, and the page only where more than rows did.</summary>
    private void Redraw((int, int, int, decimal?, decimal?) before)
    {
        if (before != Around || Peek is not null) StateHasChanged();
        else table?.Redraw();
        tabs?.CountLater();
    }

    /// <summary>What the page shows around the rows.</summary>
    private (int Rows, int Waiting, int Count, decimal? Sum, decimal? Weighted) Around => (rows.Count, arrivals.Count, figures?.Count ?? 0, figures?.Sum, figures?.Weighted);

    private void Selected()
    {
        table?.Redraw();
        bulk?.Redraw();
    }

    private void Go(LoanView to) => navigation.NavigateTo(LoanUrls.Grid(to, View, Peek));

    private string Here() => LoanUrls.Grid(view, View, Peek);

    private Task SortAsync((string ColumnId, bool IsDescending) by)
    {
        if (GridColumns.SortOf(by.ColumnId) is { } sort) Go(view with { Sort = sort, Descending = by.IsDescending });
        return Task.CompletedTask;
    }

    private void TurnColumn(string id) => Go(view with { Columns = GridColumns.Turn(all, columns, id) });

    private void PeekKey(string? key) => PeekAt(Guid.TryParse(key, out var id) ? id : null);

    private void ClosePeek() => PeekAt(null);

    private void PeekAt(Guid? id) => navigation.NavigateTo(LoanUrls.Grid(view, View, id), replace: Peek is not null && id is not null);

    private void StepPeek(int by)
    {
        var at = rows.FindIndex(row => row.Id == Peek);
        if (at >= 0 && rows.ElementAtOrDefault(at + by) is { } next) PeekAt(next.Id);
    }
}
