using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Contacts.Views;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.ViewTabs;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Parts;

/// <summary>The views of people as tabs: built in, own and shared.</summary>
public partial class PeopleTabs(PeopleViewsQuery query, SavePeopleView save, DeletePeopleView delete, UndoToast toast, NavigationManager navigation, CurrentMember me)
{
    private IReadOnlyList<PeopleViewLine> lines = PeopleViewLine.BuiltIn;
    private IReadOnlyList<ViewTab> tabs = [];
    private ConfirmDialog dialog = default!;
    private string name = "";
    private string? problem;
    private bool isNew, isShared;

    /// <summary>What is looked at.</summary>
    [Parameter, EditorRequired] public PeopleView Current { get; set; } = PeopleView.Everybody;

    /// <summary>The saved view it began with.</summary>
    [Parameter] public Guid? Saved { get; set; }

    private PeopleViewLine? Mine => lines.FirstOrDefault(line => line.Id == Saved && line is { Id: not null, IsMine: true });

    protected override void OnParametersSet() => Draw();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && !Leaving.IsCancellationRequested) await ReadAsync();
    }

    private async Task ReadAsync()
    {
        if ((await query.ReadAsync(Leaving)).Value is not { } read) return;
        lines = read;
        Draw();
        StateHasChanged();
    }

    private void Draw()
    {
        var current = lines.FirstOrDefault(line => line.Id is not null && line.Id == Saved) ?? lines.FirstOrDefault(line => line.View.Filter == Current.Filter);
        tabs = [.. lines.Select(line => new ViewTab(line.Name, ContactUrls.PeopleOf(line.View, line.Id), IsCurrent: line == current, Hint: line.Id is null ? null : line.IsShared ? "Shared with everybody" : "Only yours"))];
    }

    private async Task AskNameAsync()
    {
        (isNew, isShared, problem) = (true, false, null);
        while (await dialog.AskAsync("Save this view", "Its filters, order and columns become a tab.", "Save"))
        {
            var saved = await save.RunAsync(new(null, name, Current, isShared), CancellationToken.None);
            problem = saved.Refusal?.Message;
            if (!saved.IsDone) continue;
            name = "";
            await ReadAsync();
            navigation.NavigateTo(ContactUrls.PeopleOf(Current, saved.Value.ViewId));
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

    private async Task<string?> ChangeAsync(string? called, PeopleView? view)
    {
        var outcome = await save.RunAsync(new(Mine!.Id, called, view), CancellationToken.None);
        if (outcome.IsDone) toast.Show(outcome.Value.Changed, ReadAsync);
        await ReadAsync();
        return outcome.Refusal?.Message;
    }

    private async Task DeleteAsync()
    {
        toast.Show(await delete.RunAsync(new(Mine!.Id!.Value), CancellationToken.None), ReadAsync);
        await ReadAsync();
    }
}
