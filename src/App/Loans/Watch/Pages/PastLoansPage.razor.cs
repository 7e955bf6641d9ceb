using System.Globalization;
using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Kit.ViewTabs;
using CrmStudio.App.Loans.Watch.Parts;
using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Watch;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Watch.Pages;

/// <summary>The funded loans: who would truly gain from refinancing, who would not and why. The address says which, in which order, and whose peek is open.</summary>
public partial class PastLoansPage(PastLoansQuery query, WatchPastLoans watch, Toasts toasts, NavigationManager navigation)
{
    /// <summary>Rows a circuit keeps.</summary>
    public const int MostRows = 200;

    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private readonly List<PastLoanRow> rows = [];
    private PastView view = new();
    private PastView? shown;
    private PastFigures? figures;
    private Refusal? refusal;
    private IReadOnlyList<ViewTab> tabs = [];
    private IReadOnlyList<DataColumn<PastLoanRow>> columns = [];
    private int offset;
    private bool hasMore, isBusy;

    [SupplyParameterFromQuery] public string? Who { get; set; }

    [SupplyParameterFromQuery] public string? Why { get; set; }

    [SupplyParameterFromQuery] public bool? Mine { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] public string? SortBy { get; set; }

    [SupplyParameterFromQuery] public Guid? Peek { get; set; }

    private string EmptyTitle => view.Who switch
    {
        PastWho.Gains => "Nobody would gain today",
        PastWho.Drafts => "No message waits for a review",
        _ => "No funded loan here yet",
    };

    private string EmptyText => view.Who switch
    {
        PastWho.Gains => figures is { RatesOn: null } ? "Nobody has entered market rates yet. The watch compares every funded loan with them each night." : "At the rates of your sheet, costs counted, no refinance pays off. The others stand under “Would not”, each with the reason.",
        PastWho.Drafts => "A message is drafted only for who would gain and agreed to offers by e-mail.",
        _ => "Loans stand here from the night after they fund.",
    };

    protected override async Task OnParametersSetAsync()
    {
        view = PastView.Parse(Who, Why, Mine is true, SortBy);
        if (view == shown) return;   // only the peek changed
        shown = view;
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(new(view), Leaving);
        refusal = read.Refusal;
        if (read.Value is not { Figures: { } now } window) return;
        figures = now;
        columns = PastColumns.All(now.Names);
        tabs = [Tab("Would gain", PastWho.Gains, now.Gains), Tab("Would not", PastWho.Not, now.Not), Tab("Drafts", PastWho.Drafts, now.Drafts), Tab("All", PastWho.All, now.Gains + now.Not)];
        rows.Clear();
        rows.AddRange(window.Rows);
        (offset, hasMore) = (0, window.HasMore);
        StateHasChanged();
    }

    private async Task MoreAsync()
    {
        if (!hasMore || rows.Count == 0) return;
        if ((await query.ReadAsync(new(view, After: rows[^1], WithFigures: false), Leaving)).Value is not { } window) return;
        rows.AddRange(window.Rows);
        hasMore = window.HasMore;
        if (rows.Count <= MostRows) return;
        offset += rows.Count - MostRows;
        rows.RemoveRange(0, rows.Count - MostRows);
    }

    private async Task EarlierAsync()
    {
        if (offset == 0 || rows.Count == 0) return;
        if ((await query.ReadAsync(new(view, Before: rows[0], WithFigures: false), Leaving)).Value is not { } window) return;
        rows.InsertRange(0, window.Rows);
        offset = window.HasMore ? Math.Max(1, offset - window.Rows.Count) : 0;
        if (rows.Count <= MostRows) return;
        rows.RemoveRange(MostRows, rows.Count - MostRows);
        hasMore = true;
    }

    private async Task CompareAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await watch.RunAsync(new(IsNightly: false), CancellationToken.None);
        isBusy = false;
        if (outcome.IsDone) toasts.Done($"Compared {outcome.Value.ToString("N0", english)} loans");
        else toasts.Refused(outcome.Refusal);
        await ReloadAsync();
    }

    private void Sort((string ColumnId, bool IsDescending) by)
    {
        if (Enum.TryParse<PastSort>(by.ColumnId, ignoreCase: true, out var sort)) navigation.NavigateTo((view with { Sort = sort, IsDescending = by.IsDescending }).Href(Peek));
    }

    private void ChooseWho(ChangeEventArgs change)
    {
        if (tabs.FirstOrDefault(tab => tab.Href == change.Value?.ToString()) is { } tab) navigation.NavigateTo(tab.Href);
    }

    private void ChooseWhy(ChangeEventArgs change) => navigation.NavigateTo((view with { Why = Enum.TryParse<WatchVerdict>(change.Value?.ToString(), out var why) ? why : null }).Href());

    private void PeekKey(string? key) => PeekAt(Guid.TryParse(key, out var id) ? id : null);

    private void PeekAt(Guid? id) => navigation.NavigateTo(view.Href(id), replace: Peek is not null && id is not null);

    private void StepPeek(int by)
    {
        var at = rows.FindIndex(row => row.LoanId == Peek);
        if (at >= 0 && rows.ElementAtOrDefault(at + by) is { } next) PeekAt(next.LoanId);
    }

    private ViewTab Tab(string label, PastWho who, int count) => new(label, (view with { Who = who, Why = null }).Href(), count.ToString("N0", english), view.Who == who);
}
