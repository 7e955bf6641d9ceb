using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>Something that is to be done about a record by a day. The record is named by kind and id.</summary>
public sealed partial class DueTask : Entity, INamedRecord
{
    /// <summary>Longest title.</summary>
    public const int TitleMaxLength = 200;

    private DueTask() { }

    /// <summary>A task.</summary>
    /// <param name="entityType">Table name of the record.</param>
    /// <param name="entityId">The record.</param>
    /// <param name="title">What is to be done, as an order: "Send the Loan Estimate".</param>
    /// <param name="dueOn">The last day.</param>
    /// <param name="assigneeId">Whose it is; null for whoever looks after the record.</param>
    /// <param name="origin">What made it, unique in the record, so that it is made once; null for a task a person wrote.</param>
    public DueTask(string entityType, Guid entityId, string title, DateOnly dueOn, Guid? assigneeId, string? origin) =>
        (EntityType, EntityId, Title, DueOn, AssigneeId, Origin) = (entityType, entityId, title, dueOn, assigneeId, origin);

    /// <summary>Table name of the record.</summary>
    public string EntityType { get; private set; } = "";

    /// <summary>The record.</summary>
    public Guid EntityId { get; private set; }

    /// <summary>What is to be done.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The last day.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Whose it is; null for whoever looks after the record.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>What made it, such as the rule <c>LE-3</c>; null for a task a person wrote.</summary>
    public string? Origin { get; private set; }

    /// <summary>When it was done, or became needless; null while it is open.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Who did it; null where the record shows that it was done.</summary>
    public Guid? DoneBy { get; private set; }

    /// <summary>The day of the last reminder; one a day at most.</summary>
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => DoneAt is null;

    /// <inheritdoc />
    public string RecordName => Title;

    /// <summary>Moves the last day and words it anew, when what made it has changed.</summary>
    public void Plan(string title, DateOnly dueOn) => (Title, DueOn) = (title, dueOn);

    /// <summary>It is done, or needless.</summary>
    public void Finish(Guid? by, DateTimeOffset at) => (DoneAt, DoneBy) = (at, by);

    /// <summary>It is to be done after all.</summary>
    public void TakeUpAgain() => (DoneAt, DoneBy) = (null, null);

    /// <summary>Notes that somebody was reminded.</summary>
    public void Remind(DateOnly on) => RemindedOn = on;
}
