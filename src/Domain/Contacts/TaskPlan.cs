namespace CrmStudio.Domain.Contacts;

/// <summary>A task as a person plans it.</summary>
/// <param name="Title">What is to be done, as an order.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="AssigneeId">Whose it is; null for whoever looks after the record.</param>
/// <param name="Repeat">How often it comes back; null for once.</param>
/// <param name="RemindAt">When its assignee is reminded; null for no reminder.</param>
public sealed record TaskPlan(string? Title, DateOnly? DueOn, Guid? AssigneeId = null, TaskRepeat? Repeat = null, DateTimeOffset? RemindAt = null);
