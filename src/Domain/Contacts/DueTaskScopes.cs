namespace CrmStudio.Domain.Contacts;

/// <summary>Named sets of tasks.</summary>
public static class DueTaskScopes
{
    /// <summary>Tasks that are to be done.</summary>
    public static IQueryable<DueTask> StillOpen(this IQueryable<DueTask> tasks) => tasks.Where(task => task.DoneAt == null);

    /// <summary>Tasks of one record.</summary>
    public static IQueryable<DueTask> Of(this IQueryable<DueTask> tasks, string entityType, Guid entityId) =>
        tasks.Where(task => task.EntityType == entityType && task.EntityId == entityId);
}
