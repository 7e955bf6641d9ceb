using System.Globalization;
using CrmStudio.App.Contacts.Duplicates.Queries;
using CrmStudio.App.Contacts.Duplicates.UseCases;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Contacts.Duplicates.Pages;

/// <summary>Merges with their way back.</summary>
public partial class MergedRecordsPage(MergesQuery query, PartRecords part, UndoToast undo, Toasts toasts, ViewerClock viewer)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private List<MergeRow> rows = [];
    private IReadOnlyList<string> stayed = [];
    private MergesView? view;
    private Refusal? refusal;
    private ConfirmDialog? told;
    private Guid? busy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private string Day(DateTimeOffset at) => viewer.Local(at).ToString("MMM d, yyyy, h:mm tt", english);

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(null, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        rows = [.. view?.Rows ?? []];
        StateHasChanged();
    }

    private async Task MoreAsync()
    {
        var read = await query.ReadAsync(view!.Next, Leaving);
        if (!read.IsDone) toasts.Refused(read.Refusal);
        else
        {
            view = read.Value;
            rows.AddRange(read.Value.Rows);
        }
    }

    private async Task PartAsync(MergeRow row)
    {
        busy = row.Id;
        var outcome = await part.RunAsync(new(row.Id), Leaving);
        busy = null;
        undo.Show(outcome.IsDone ? outcome.Value.Changed : outcome.Refusal, ReloadAsync);
        if (!outcome.IsDone) return;
        await ReloadAsync();
        stayed = outcome.Value.Stayed;
        if (stayed.Count > 0 && told is not null) await told.AskAsync("Some things stayed as they are", "They were changed after the merge, so they were not put back.", null);
    }
}
