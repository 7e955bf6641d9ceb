using CrmStudio.App.Contacts.Tasks.Queries;
using CrmStudio.App.Contacts.Tasks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Tasks.Parts;

/// <summary>What is to be done about a record.</summary>
public partial class RecordTasks(RecordTasksQuery query, FinishTasks finish, StartSequence start, UndoToast toast, CurrentMember me)
{
    private Queries.RecordTasks? read;
    private Refusal? refusal;
    private Guid shown;
    private bool isWriting, isBusy;

    /// <summary>Table of the record.</summary>
    [Parameter, EditorRequired] public string Table { get; set; } = "";

    /// <summary>The record.</summary>
    [Parameter, EditorRequired] public Guid RecordId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (shown == RecordId || !me.May(TaskPermissions.Work)) return;
        (shown, read, refusal, isWriting) = (RecordId, null, null, false);
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var asked = RecordId;
        var answer = await query.ReadAsync(new(Table, asked), Leaving);
        if (RecordId != asked) return;   // another record was opened meanwhile
        (read, refusal) = (answer.Value, answer.Refusal);
        StateHasChanged();
    }

    private Task DoneAsync(DayTask task) => SayAsync(() => finish.RunAsync(new([task.Id]), CancellationToken.None));

    private async Task StartAsync(ChangeEventArgs chosen)
    {
        if (Guid.TryParse(chosen.Value?.ToString(), out var sequence)) await SayAsync(() => start.RunAsync(new(sequence, Table, RecordId), CancellationToken.None));
    }

    private async Task SavedAsync(Outcome<Changed> outcome)
    {
        isWriting = false;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task SayAsync(Func<Task<Outcome<Changed>>> act)
    {
        if (isBusy) return;
        isBusy = true;
        toast.Show(await act(), ReloadAsync);
        isBusy = false;
        await ReloadAsync();
    }
}
