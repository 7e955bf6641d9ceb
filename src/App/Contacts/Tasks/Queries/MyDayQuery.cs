using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks.Queries;

/// <summary>What a member has to do: overdue, today and the days ahead.</summary>
public sealed class MyDayQuery(CrmWork work, TaskDesk desk, CurrentMember me)
{
    /// <summary>Days ahead that are shown.</summary>
    public const int DaysAhead = 14;

    /// <summary>Most tasks shown; the earliest first.</summary>
    public const int Most = 300;

    /// <param name="Of">Whose day; null for one's own.</param>
    public sealed record Input(Guid? Of = null);

    public async Task<Outcome<MyDay>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("tasks.day", TaskPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        var whose = input.Of ?? me.Id;
        if (!desk.MayGiveTo(whose)) return Refusal.NotFound;

        var (db, today) = (unit.Db, me.DayOf(unit.At));
        var until = today.AddDays(DaysAhead);
        var open = desk.Of(db, whose).Where(task => task.DoneAt == null);
        var rows = await open.Where(task => task.DueOn <= until).OrderBy(task => task.DueOn).ThenBy(task => task.Id).Take(Most + 1)
            .Select(task => new { task.Id, task.Version, task.EntityType, task.EntityId, task.Title, task.DueOn, task.AssigneeId, task.Repeat, task.RemindAt, IsRule = task.Origin != null }).ToListAsync(ct);
        var hasMore = rows.Count > Most;
        if (hasMore) rows.RemoveAt(Most);
        var later = await open.CountAsync(task => task.DueOn > until, ct);
        var done = await desk.Of(db, whose).CountAsync(task => task.DoneAt >= me.StartOf(today), ct);
        var subjects = await desk.SubjectsAsync(unit, rows.Select(row => (row.EntityType, row.EntityId)), ct);
        return new MyDay(today,
            [.. rows.Select(row => new DayTask(row.Id, row.Version, row.Title, row.DueOn, row.AssigneeId, row.Repeat, row.RemindAt, row.IsRule, subjects.GetValueOrDefault((row.EntityType, row.EntityId))))],
            hasMore, later, done);
    }
}

/// <summary>A member's tasks.</summary>
/// <param name="Today">The organization's day.</param>
/// <param name="Tasks">Those due until <see cref="MyDayQuery.DaysAhead"/> days ahead, the earliest first.</param>
/// <param name="HasMore">Whether there are more than are shown.</param>
/// <param name="Later">How many are due after that.</param>
/// <param name="Done">How many were done today.</param>
public sealed record MyDay(DateOnly Today, IReadOnlyList<DayTask> Tasks, bool HasMore, int Later, int Done);

/// <summary>One task.</summary>
/// <param name="About">What it is about; null where the member does not see that.</param>
public sealed record DayTask(Guid Id, uint Version, string Title, DateOnly DueOn, Guid? AssigneeId, TaskRepeat? Repeat, DateTimeOffset? RemindAt, bool IsRule, TaskSubject? About);
