using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Import.Queries;
using CrmStudio.App.Loans.Import.UseCases;
using CrmStudio.App.Shell.Live;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Import.Pages;

/// <summary>One import from matching columns to taking it back.</summary>
public partial class LoanImportPage(
    LoanImportQuery query, CheckLoanImport check, FixImportRow fix, StartLoanImport start, CancelLoanImport cancel, UndoLoanImport undo,
    Toasts toasts, OrganizationFeed feed, CurrentMember me)
{
    private LoanImportView? view;
    private Refusal? refusal;
    private ConfirmDialog ask = default!;
    private IDisposable? subscription;
    private bool isBusy, isReading, isStale;
    private int after;

    [Parameter] public Guid ImportId { get; set; }

    private bool IsUnderWay => view!.Status is LoanImportStatus.Checking or LoanImportStatus.Running or LoanImportStatus.Undoing;

    private int Ready => view!.Count(LoanImportRowState.Ready);

    private int Written => view!.Count(LoanImportRowState.Created) + view.Count(LoanImportRowState.Updated);

    private int Left => view!.Count(LoanImportRowState.Problem) + view.Count(LoanImportRowState.Failed);

    private bool HasErrorFile => Left > 0 && view!.Status is not (LoanImportStatus.Mapping or LoanImportStatus.Checking);

    private string Summary => view!.Status switch
    {
        LoanImportStatus.Mapping => $"{LoanImportWords.Rows(view.RowCount)}. Say which column is what, then check them.",
        LoanImportStatus.Checking => $"{view.DoneCount:N0} of {LoanImportWords.Rows(view.RowCount)} checked. Nothing is written yet.",
        LoanImportStatus.Checked => $"{LoanImportWords.Rows(Ready)} can be imported{(view.KnownCount > 0 ? $", {view.KnownCount:N0} of them {(view.Duplicates == LoanImportDuplicates.Update ? "change" : "are left out, being")} loans that are there" : "")}. {LoanImportWords.Rows(Left)} with problems.",
        LoanImportStatus.Running => $"{view.DoneCount:N0} done, {Ready:N0} to go. You may leave this page.",
        LoanImportStatus.Undoing => $"{view.DoneCount:N0} done, {Written:N0} to go.",
        LoanImportStatus.Undone => $"{view.Count(LoanImportRowState.Reversed):N0} reversed, {view.Count(LoanImportRowState.Kept):N0} kept because they were edited since.",
        _ => $"{view.Count(LoanImportRowState.Created):N0} loans opened, {view.Count(LoanImportRowState.Updated):N0} changed, {view.Count(LoanImportRowState.Skipped):N0} left as they were, {Left:N0} not imported.",
    };

    protected override async Task OnParametersSetAsync()
    {
        await ReloadAsync();
        if (RendererInfo.IsInteractive && me.IsKnown)
            subscription ??= feed.Subscribe(me.OrgId, change =>
            {
                if (change.More || change.Rows.Values.Any(rows => rows.Contains(ImportId))) _ = InvokeAsync(ReloadAsync);
            });
    }

    protected override void OnLeft() => subscription?.Dispose();

    private async Task ReloadAsync()
    {
        // Progress is told many times a second: one read at a time, and always one more after the last notice.
        isStale = true;
        if (isReading) return;
        isReading = true;
        while (isStale && !Leaving.IsCancellationRequested)
        {
            isStale = false;
            var read = await query.ReadAsync(new(ImportId, after), Leaving);
            (view, refusal) = (read.Value, read.Refusal);
            StateHasChanged();
        }
        isReading = false;
    }

    private Task CheckAsync(CheckLoanImport.Input input)
    {
        after = 0;
        return DoAsync((_, ct) => check.RunAsync(input, ct));
    }

    private async Task FixAsync((Guid RowId, IReadOnlyDictionary<int, string> Cells) change)
    {
        var outcome = await fix.RunAsync(new(ImportId, change.RowId, change.Cells), CancellationToken.None);
        if (!outcome.IsDone) toasts.Refused(outcome.Refusal);
        else if (outcome.Value.State == LoanImportRowState.Ready) toasts.Done($"Line {outcome.Value.Line} can be imported now.");
        await ReloadAsync();
    }

    private async Task TakeBackAsync()
    {
        if (await ask.AskAsync(
            $"Take the import of {view!.FileName} back?",
            $"{Written:N0} loans go back to what they were; those it opened are removed. Loans edited since the import are kept.", "Take it back"))
            await DoAsync(undo.RunAsync);
    }

    private async Task DoAsync(Func<Guid, CancellationToken, Task<Outcome>> verb)
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await verb(ImportId, CancellationToken.None);
        isBusy = false;
        if (!outcome.IsDone) toasts.Refused(outcome.Refusal);
        await ReloadAsync();
    }

    private Task MoreAsync()
    {
        after = view!.Problems[^1].Line;
        return ReloadAsync();
    }

    private Task BackAsync()
    {
        after = 0;
        return ReloadAsync();
    }
}
