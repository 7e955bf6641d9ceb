using CrmStudio.App.Contacts.Tasks.Queries;
using CrmStudio.App.Contacts.Tasks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Tasks.Pages;

/// <summary>The day's list: what is overdue, what is due, what comes.</summary>
public partial class MyDayPage(MyDayQuery query, FinishTasks finish, MoveTasks move, UndoToast toast)
{
    private readonly HashSet<Guid> chosen = [];
    private MyDay? day;
    private Refusal? refusal;
    private DayTask? planned;
    private bool isBusy;

    /// <summary>Whose day; nobody named means one's own.</summary>
    [SupplyParameterFromQuery] public Guid? Of { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private IEnumerable<(string Key, string Title, List<DayTask> Tasks)> Groups =>
        new (string Key, string Title, List<DayTask> Tasks)[]
        {
            ("overdue", "Overdue", [.. day!.Tasks.Where(task => task.DueOn < day.Today)]),
            ("today", "Today", [.. day.Tasks.Where(task => task.DueOn == day.Today)]),
            ("tomorrow", "Tomorrow", [.. day.Tasks.Where(task => task.DueOn == day.Today.AddDays(1))]),
            ("ahead", "The days ahead", [.. day.Tasks.Where(task => task.DueOn > day.Today.AddDays(1))]),
        }.Where(group => group.Tasks.Count > 0);

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(new(Of), Leaving);
        (day, refusal, planned) = (read.Value, read.Refusal, null);
        if (day is not null) chosen.IntersectWith(day.Tasks.Select(task => task.Id));
        StateHasChanged();
    }

    private void Toggle(DayTask task)
    {
        if (!chosen.Remove(task.Id)) chosen.Add(task.Id);
    }

    private void Choose(List<DayTask> tasks)
    {
        if (tasks.TrueForAll(task => chosen.Contains(task.Id))) chosen.ExceptWith(tasks.Select(task => task.Id));
        else chosen.UnionWith(tasks.Select(task => task.Id));
    }

    private Task FinishAsync(IReadOnlyCollection<Guid> ids) => SayAsync(() => finish.RunAsync(new(ids), CancellationToken.None));

    private Task MoveAsync(IReadOnlyCollection<Guid> ids, DateOnly on) => SayAsync(() => move.RunAsync(new(ids, on), CancellationToken.None));

    private async Task SavedAsync(Outcome<Changed> outcome)
    {
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
