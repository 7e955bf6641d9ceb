using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>One task of a sequence.</summary>
public sealed class TaskStep : Entity
{
    private TaskStep() { }

    internal TaskStep(Guid sequenceId, int position, string title, int afterDays) => (SequenceId, Position, Title, AfterDays) = (sequenceId, position, title, afterDays);

    /// <summary>The sequence.</summary>
    public Guid SequenceId { get; private set; }

    /// <summary>Order, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>What is to be done.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Workdays after the start.</summary>
    public int AfterDays { get; private set; }
}
