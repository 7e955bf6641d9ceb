using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts.Tasks;

/// <summary>Whose tasks a member works on, and which records they may be about.</summary>
public sealed class TaskDesk(CurrentMember me, IEnumerable<ITaskSubjects> rooms)
{
    /// <summary>Open and done tasks of a member: their own, and those of records they look after that name nobody.</summary>
    public IQueryable<DueTask> Of(CrmDbContext db, Guid memberId) => rooms.Aggregate(
        db.DueTasks.Where(task => task.AssigneeId == memberId),
        (all, room) =>
        {
            var (table, records) = (room.Table, room.LookedAfterBy(db, memberId));
            return all.Concat(db.DueTasks.Where(task => task.AssigneeId == null && task.EntityType == table && records.Contains(task.EntityId)));
        });

    /// <summary>Tasks the member may change: of everybody in their scope.</summary>
    public IQueryable<DueTask> Mine(CrmDbContext db)
    {
        if (me.ScopeOf(TaskPermissions.Work) is not { } scope) return db.DueTasks.Where(task => false);
        if (scope == Scope.Organization) return db.DueTasks;
        return scope == Scope.Own ? Of(db, me.Id) : Of(db, me.Id).Concat(db.DueTasks.Where(task => task.AssigneeId != null && task.AssigneeId != me.Id && me.Authority.Team.ToArray().Contains(task.AssigneeId.Value)));
    }

    /// <summary>Whether the member may give tasks to somebody.</summary>
    public bool MayGiveTo(Guid memberId) => memberId == me.Id || me.ScopeOf(TaskPermissions.Work) switch
    {
        Scope.Organization => true,
        Scope.Team => me.Authority.Team.Contains(memberId),
        _ => false,
    };

    /// <summary>The record a task is to be about, if there is one the member sees.</summary>
    public async Task<TaskSubject?> SubjectAsync(CrmUnit unit, string table, Guid id, CancellationToken ct) =>
        rooms.FirstOrDefault(room => room.Table == table) is { } room && (await room.NamesAsync(unit.Db, me, [id], ct)).TryGetValue(id, out var subject) ? subject : null;

    /// <summary>What tasks are about, as far as the member sees it.</summary>
    public async Task<IReadOnlyDictionary<(string, Guid), TaskSubject>> SubjectsAsync(CrmUnit unit, IEnumerable<(string Table, Guid Id)> about, CancellationToken ct)
    {
        var subjects = new Dictionary<(string, Guid), TaskSubject>();
        foreach (var records in about.Distinct().GroupBy(record => record.Table, record => record.Id))
            if (rooms.FirstOrDefault(room => room.Table == records.Key) is { } room)
                foreach (var (id, subject) in await room.NamesAsync(unit.Db, me, [.. records], ct)) subjects[(records.Key, id)] = subject;
        return subjects;
    }

    /// <summary>Why the member cannot give a task so; null when they can.</summary>
    public Refusal? Refuse(TaskPlan plan) => plan.AssigneeId is { } whose && !MayGiveTo(whose) ? Refusal.Invalid(nameof(DueTask.AssigneeId), "You can give tasks to yourself and to your team.") : null;
}
