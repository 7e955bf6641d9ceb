using CrmStudio.App.Integrations.Imports.Queries;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Shell.Live;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Integrations.Imports.Parts;

/// <summary>One import from matching columns to taking it back: all of a page but its address.</summary>
public sealed partial class ImportWizard(
    ImportQuery query, CheckImport check, FixImportRow fix, StartImport start, CancelImport cancel, UndoImport undo,
    ImportKinds kinds, Toasts toasts, OrganizationFeed feed, CurrentMember me)
{
    private IImportKind kind = default!;
    private ImportView? view;
    private Refusal? refusal;
    private ConfirmDialog ask = default!;
    private ElementReference heading;
    private IDisposable? subscription;
    private bool isBusy, isReading, isStale;
    private int after;

    /// <summary>Name of the kind.</summary>
    [Parameter, EditorRequired] public string Kind { get; set; } = "";

    [Parameter, EditorRequired] public Guid ImportId { get; set; }

    private int Ready => view!.Count(ImportRowState.Ready);

    private bool HasErrorFile => view!.Left > 0 && !view.IsUnderWay && view.Status != ImportStatus.Mapping;

    private bool CanTakeBack => view!.Status is ImportStatus.Finished or ImportStatus.Cancelled && view.Written > 0;

    protected override async Task OnParametersSetAsync()
    {
        kind = kinds.Of(Kind);
        // First the ear, then the eye: what is saved between the two would otherwise never be heard of.
        if (RendererInfo.IsInteractive && me.IsKnown)
            subscription ??= feed.Subscribe(me.OrgId, change =>
            {
                if (change.More || change.Rows.Values.Any(rows => rows.Contains(ImportId))) _ = InvokeAsync(ReloadAsync);
            });
        await ReloadAsync();
    }

    protected override void OnLeft() => subscription?.Dispose();

    private async Task ReloadAsync()
    {
        // Progress is told many times a second: one read at a time, and always one more after the last notice.
        isStale = true;
        if (isReading) return;
        isReading = true;
        try
        {
            while (isStale && !Leaving.IsCancellationRequested)
            {
                isStale = false;
                var read = await query.ReadAsync(new(Kind, ImportId, after), Leaving);
                (view, refusal) = (read.Value, read.Refusal);
                StateHasChanged();
            }
        }
        finally
        {
            isReading = false;
        }
    }

    private Task CheckAsync(CheckImport.Input input)
    {
        after = 0;
        return DoAsync((_, _, ct) => check.RunAsync(input, ct));
    }

    private async Task FixAsync((int Line, IReadOnlyDictionary<int, string> Cells) change)
    {
        var outcome = await fix.RunAsync(new(Kind, ImportId, change.Line, change.Cells), CancellationToken.None);
        if (!outcome.IsDone) toasts.Refused(outcome.Refusal);
        else if (outcome.Value.State == ImportRowState.Ready) toasts.Done($"Line {change.Line} can be imported now.");
        await ReloadAsync();
    }

    private async Task TakeBackAsync()
    {
        if (await ask.AskAsync(
            $"Take the import of {view!.FileName} back?",
            $"{ImportWords.Rows(view.Written)} {(view.Written == 1 ? "is" : "are")} reversed: {kind.Nouns.Many} the import made are removed, those it changed get their old values. What was edited since is kept.", "Take it back"))
            await DoAsync(undo.RunAsync);
    }

    private async Task DoAsync(Func<string, Guid, CancellationToken, Task<Outcome>> verb)
    {
        if (isBusy) return;
        isBusy = true;
        try
        {
            var outcome = await verb(Kind, ImportId, CancellationToken.None);
            if (!outcome.IsDone) toasts.Refused(outcome.Refusal);
            else await heading.FocusAsync();   // the button that was pressed goes, and what follows is told here
        }
        finally
        {
            isBusy = false;
        }
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
