using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

public sealed partial class DueTask
{
    /// <summary>How often it comes back; null for once.</summary>
    public TaskRepeat? Repeat { get; private set; }

    /// <summary>The day a series began on, which says the day of the month it comes back on.</summary>
    public DateOnly? SeriesFrom { get; private set; }

    /// <summary>When its assignee is reminded; null for no reminder of its own.</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    /// <summary>When that was done.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>A task a person writes.</summary>
    /// <param name="entityType">Table name of the record.</param>
    /// <param name="entityId">The record.</param>
    /// <param name="plan">What, by when and whose.</param>
    public static Outcome<DueTask> Write(string entityType, Guid entityId, TaskPlan plan)
    {
        var task = new DueTask { EntityType = entityType, EntityId = entityId };
        return task.Plan(plan) is { IsDone: false } refused ? refused.Refusal : task;
    }

    /// <summary>Plans the task anew. A reminder that moved is given again.</summary>
    public Outcome Plan(TaskPlan plan)
    {
        var title = plan.Title?.Trim() ?? "";
        if (title.Length is 0 or > TitleMaxLength) return Refusal.Invalid(nameof(Title), $"Say in 1 to {TitleMaxLength} characters what is to be done.");
        if (plan.DueOn is not { Year: >= 2000 and <= 2100 } due) return Refusal.Invalid(nameof(DueOn), "Choose the day it is due.");
        if (RemindAt != plan.RemindAt) RemindedAt = null;
        (Title, DueOn, AssigneeId, RemindAt) = (title, due, plan.AssigneeId, plan.RemindAt);
        if (Repeat != plan.Repeat || DueOn != due) SeriesFrom = null;
        (Repeat, SeriesFrom) = (plan.Repeat, plan.Repeat is null ? null : SeriesFrom ?? due);
        return Outcome.Done;
    }

    /// <summary>How it is planned.</summary>
    public TaskPlan Plan() => new(Title, DueOn, AssigneeId, Repeat, RemindAt);

    /// <summary>Moves the last day; a series goes on from where it was.</summary>
    public void MoveTo(DateOnly dueOn) => DueOn = dueOn;

    /// <summary>Notes that the reminder was given.</summary>
    public void Reminded(DateTimeOffset at) => RemindedAt = at;

    /// <summary>The task that follows when this one is done; null for one that does not come back. It is due after today, so that a missed week is not made up for seven times.</summary>
    public DueTask? Following(DateOnly today)
    {
        if (Repeat is not { } repeat) return null;
        var from = SeriesFrom ?? DueOn;
        var (next, step) = (DueOn, 0);
        while (next <= DueOn || next <= today) next = At(from, repeat, ++step);
        return new DueTask { EntityType = EntityType, EntityId = EntityId, Title = Title, DueOn = next, AssigneeId = AssigneeId, Repeat = repeat, SeriesFrom = from, RemindAt = RemindAt?.AddDays(next.DayNumber - DueOn.DayNumber) };
    }

    private static DateOnly At(DateOnly from, TaskRepeat repeat, int step) => repeat switch
    {
        TaskRepeat.Daily => from.AddDays(step),
        TaskRepeat.Workdays => Workday(from, step),
        TaskRepeat.Weekly => from.AddDays(7 * step),
        TaskRepeat.EveryOtherWeek => from.AddDays(14 * step),
        TaskRepeat.Monthly => from.AddMonths(step),
        TaskRepeat.Quarterly => from.AddMonths(3 * step),
        TaskRepeat.Yearly => from.AddYears(step),
        _ => throw new ArgumentOutOfRangeException(nameof(repeat), repeat, "Unknown repeat"),
    };

    /// <summary>The day that many workdays, Monday to Friday, after another.</summary>
    public static DateOnly Workday(DateOnly from, int days)
    {
        var day = from;
        for (var left = days; left > 0; left--)
            do day = day.AddDays(1); while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return day;
    }
}
