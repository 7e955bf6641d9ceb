using CrmStudio.App.Contacts.Tasks.Queries;
using CrmStudio.App.Contacts.Tasks.UseCases;
using CrmStudio.App.Hosting;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Tasks.Parts;

/// <summary>Writes a task about a record, or plans one anew.</summary>
public partial class TaskForm(WriteTask write, PlanTask plan, CurrentMember me, ViewerClock viewer)
{
    private readonly Draft draft = new();
    private Refusal? refusal;
    private bool isBusy;

    /// <summary>Table of the record a new task is about.</summary>
    [Parameter] public string Table { get; set; } = "";

    /// <summary>The record.</summary>
    [Parameter] public Guid RecordId { get; set; }

    /// <summary>The task to plan anew; null for a new one.</summary>
    [Parameter] public DayTask? Task { get; set; }

    /// <summary>Whom it can be given to.</summary>
    [Parameter] public IReadOnlyList<TaskMember> Members { get; set; } = [];

    /// <summary>It was saved; the toast is the page's.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    /// <summary>Nothing is to be saved.</summary>
    [Parameter] public EventCallback OnClosed { get; set; }

    protected override void OnInitialized()
    {
        if (Task is not { } task)
        {
            (draft.DueOn, draft.AssigneeId) = (viewer.Today, me.Id);
            return;
        }
        (draft.Title, draft.DueOn, draft.Repeat, draft.AssigneeId) = (task.Title, task.DueOn, task.Repeat, task.AssigneeId ?? me.Id);
        if (task.RemindAt is { } at) draft.RemindTime = TimeOnly.FromDateTime(viewer.Local(at).DateTime);
    }

    private async System.Threading.Tasks.Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var planned = new TaskPlan(draft.Title, draft.DueOn, draft.AssigneeId, draft.Repeat, RemindAt());
        var outcome = Task is { } task ? await plan.RunAsync(new(task.Id, task.Version, planned), CancellationToken.None) : await write.RunAsync(new(Table, RecordId, planned), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.IsDone) await OnSaved.InvokeAsync(outcome);   // otherwise what was typed stays, with the reason beside it
    }

    private DateTimeOffset? RemindAt()
    {
        if (draft is not { RemindTime: { } time, DueOn: { } day }) return null;
        var (zone, local) = (TimeZoneInfo.FindSystemTimeZoneById(me.TimeZone), day.ToDateTime(time));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private sealed class Draft
    {
        public string? Title { get; set; }

        public DateOnly? DueOn { get; set; }

        public TaskRepeat? Repeat { get; set; }

        public Guid? AssigneeId { get; set; }

        public TimeOnly? RemindTime { get; set; }
    }
}
