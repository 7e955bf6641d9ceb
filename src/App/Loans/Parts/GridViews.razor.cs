using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.ViewTabs;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Live;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Parts;

/// <summary>The views of the loans as tabs: built in, own and shared, with save, rename and delete.</summary>
public partial class GridViews(LoanViewsQuery query, SaveView save, ChangeView change, DeleteView delete, UndoToast toast, NavigationManager navigation, CurrentMember me, TimeProvider clock)
{
    private IReadOnlyList<LoanViewLine> lines = [.. LoanViews.BuiltIn.Select(view => new LoanViewLine(null, view.Name, view.View, false, false, false, -1))];
    private IReadOnlyList<ViewTab> tabs = [];
    private ConfirmDialog dialog = default!;
    private string name = "";
    private string? problem;
    private bool isNew, isDefault, isShared;
    private (LoanView, Guid?, bool)? drawn;
    private bool isOnlyHanded;
    private readonly Later countLater = new(LoanReads.Follow, clock);

    /// <summary>What is looked at.</summary>
    [Parameter, EditorRequired] public LoanView Current { get; set; } = LoanView.Everything;

    /// <summary>The saved view it began with.</summary>
    [Parameter] public Guid? Saved { get; set; }

    /// <summary>Whether the tabs lead to the board.</summary>
    [Parameter] public bool IsBoard { get; set; }

    private LoanViewLine? Mine => lines.FirstOrDefault(line => line.Id == Saved && line is { Id: not null, IsMine: true });

    protected override void OnParametersSet()
    {
        isOnlyHanded = drawn == (Current, Saved, IsBoard);
        drawn = (Current, Saved, IsBoard);
        if (!isOnlyHanded) Draw();
    }

    /// <summary>A page hands its tabs the same view whenever a loan changed: that alone draws nothing.</summary>
    protected override bool ShouldRender()
    {
        var isToDraw = !isOnlyHanded;
        isOnlyHanded = false;
        return isToDraw;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && !Leaving.IsCancellationRequested) await ReadAsync();
    }

    /// <summary>Loans changed: counts are read again in a while.</summary>
    public void CountLater() => _ = InvokeAsync(() => countLater.AskAsync(ReadAsync, Leaving));

    private async Task ReadAsync()
    {
        var read = await query.ReadAsync(Leaving);
        if (read.Value is null) return;
        if (read.Value.SequenceEqual(lines)) return;
        lines = read.Value;
        Draw();
        StateHasChanged();
    }

    private void Draw()
    {
        var now = Current.ToQuery();
        var current = lines.FirstOrDefault(line => line.Id is not null && line.Id == Saved) ?? lines.FirstOrDefault(line => line.View.ToQuery() == now)
            ?? lines.FirstOrDefault(line => line.View.Filter.ToString() == Current.Filter.ToString());
        tabs = [.. lines.Select(line => new ViewTab(
            line.Name, IsBoard ? LoanUrls.BoardOf(line.View, line.Id) : LoanUrls.Grid(line.View, line.Id),
            line.Count < 0 ? null : GridColumns.Count(line.Count), line == current, line.Id is null ? null : line.IsShared ? "Shared with everybody" : "Only yours"))];
    }

    private async Task AskNameAsync()
    {
        (isNew, isDefault, isShared, problem) = (true, false, false, null);
        while (await dialog.AskAsync("Save this view", "Its filters, order and columns become a tab.", "Save"))
        {
            var saved = await save.RunAsync(new(name, Current, isShared, isDefault), CancellationToken.None);
            problem = saved.Refusal?.Message;
            if (!saved.IsDone) continue;
            name = "";
            await ReadAsync();
            navigation.NavigateTo(IsBoard ? LoanUrls.BoardOf(Current, saved.Value) : LoanUrls.Grid(Current, saved.Value));
            return;
        }
    }

    private async Task RenameAsync()
    {
        (isNew, name, problem) = (false, Mine!.Name, null);
        while (await dialog.AskAsync("Rename this view", "Whoever has it as a tab sees the new name.", "Rename"))
        {
            problem = await ChangeAsync(name, null);
            if (problem is null) return;
        }
    }

    private async Task<string?> ChangeAsync(string? called, LoanView? view)
    {
        var outcome = await change.RunAsync(new(Mine!.Id!.Value, called, view), CancellationToken.None);
        if (outcome.IsDone) toast.Show(outcome, ReadAsync);
        await ReadAsync();
        return outcome.Refusal?.Message;
    }

    private async Task DeleteAsync()
    {
        toast.Show(await delete.RunAsync(new(Mine!.Id!.Value), CancellationToken.None), ReadAsync);
        await ReadAsync();
    }
}
