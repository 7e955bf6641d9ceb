namespace CrmStudio.App.Shell.Presence;

/// <summary>A member's place at a record, as long as the page that shows it is open and the browser is there.</summary>
public sealed class PresenceSeat : IDisposable
{
    private readonly Guid id = Guid.NewGuid();
    private readonly PresenceBook book;
    private readonly PresenceDesk desk;
    private readonly Guid orgId, memberId, recordId;
    private bool isEditing;

    internal PresenceSeat(PresenceBook book, PresenceDesk desk, Guid orgId, Guid memberId, Guid recordId)
    {
        (this.book, this.desk, this.orgId, this.memberId, this.recordId) = (book, desk, orgId, memberId, recordId);
        Come();
    }

    /// <summary>Says whether the member's form is open.</summary>
    public void Edits(bool isOpen)
    {
        if (isEditing == isOpen) return;
        isEditing = isOpen;
        Come();
    }

    /// <summary>Leaves for good.</summary>
    public void Dispose()
    {
        desk.Forget(this);
        Go();
    }

    internal void Come() => book.Put(id, orgId, memberId, recordId, isEditing, isGone: false);

    internal void Go() => book.Put(id, orgId, memberId, recordId, isEditing, isGone: true);
}
