using CrmStudio.Domain.Common;

namespace CrmStudio.App.Contacts.Tasks;

/// <summary>Reasons about tasks.</summary>
public static class TaskRefusals
{
    /// <summary>More at once than is sensible.</summary>
    public static Refusal TooMany { get; } = new("tasks.too-many", $"Choose up to {UseCases.FinishTasks.Limit} tasks at once.");

    /// <summary>A regulatory clock or a lock says when it is due.</summary>
    public static Refusal KeptByARule { get; } = new("tasks.kept-by-a-rule", "The day of this task comes from a rule of the loan. Change what the rule counts from, or say it is done.");

    /// <summary>Two sequences have one name.</summary>
    public static Refusal NameTaken { get; } = new("tasks.name-taken", "There is a sequence of that name already.", "Name");
}
