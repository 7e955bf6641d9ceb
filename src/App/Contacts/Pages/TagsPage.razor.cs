using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Contacts.Pages;

/// <summary>Tags: renamed, merged, removed.</summary>
public partial class TagsPage(TagsQuery query, RenameTag rename, RemoveTag remove, UndoToast toast)
{
    private IReadOnlyList<TagLine>? tags;
    private Refusal? refusal;
    private Guid? renamed;
    private string name = "";
    private string? problem;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (tags, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private async Task RenameAsync(TagLine tag)
    {
        var outcome = await rename.RunAsync(new(tag.Id, name), CancellationToken.None);
        problem = outcome.Refusal?.Message;
        if (!outcome.IsDone) return;
        renamed = null;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private Task MergeAsync(TagLine tag, string? into) => Guid.TryParse(into, out var id) ? ChangedAsync(tag.Id, id) : Task.CompletedTask;

    private async Task ChangedAsync(Guid tagId, Guid? into)
    {
        toast.Show(await remove.RunAsync(new(tagId, into), CancellationToken.None), ReloadAsync);
        await ReloadAsync();
    }
}
