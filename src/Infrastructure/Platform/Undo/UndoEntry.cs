using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>How to take one save back: the rows it changed, with the values they had, and the version it gave them.</summary>
public sealed class UndoEntry : IOrganizationOwned
{
    private UndoEntry() { }

    internal UndoEntry(Guid memberId, string permission, string summary, string steps, DateTimeOffset at) =>
        (MemberId, Permission, Summary, Steps, At) = (memberId, permission, summary, steps, at);

    /// <inheritdoc />
    public Guid OrgId { get; private set; }

    /// <summary>UUID version 7.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Who did it, and alone may undo it.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The permission it took; undoing takes it too.</summary>
    public string Permission { get; private set; } = "";

    /// <summary>What was done, in the words of the toast.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The steps back, as JSON.</summary>
    public string Steps { get; private set; } = "";

    /// <summary>When it was done.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Id of the transaction: the <c>xmin</c> every row must still have.</summary>
    public long SavedAs { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Id of the transaction that took it back: the <c>xmin</c> its rows had then.</summary>
    public long? UndoneAs { get; private set; }

    internal void Undone(DateTimeOffset at, long undoneAs) => (UndoneAt, UndoneAs) = (at, undoneAs);
}
