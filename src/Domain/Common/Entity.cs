namespace CrmStudio.Domain.Common;

/// <summary>A record of one organization with an identity of its own, stamps, a version and the events it raised.</summary>
public abstract class Entity : IOrganizationOwned
{
    private List<IDomainEvent>? raised;

    /// <inheritdoc />
    public Guid OrgId { get; private set; }

    /// <summary>UUID version 7, made in the app, so that keys sort by age.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When the row was first saved (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the row was last saved (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>PostgreSQL's <c>xmin</c>: changes with every save and guards against silent overwrites.</summary>
    public uint Version { get; private set; }

    /// <summary>Events raised since the last save.</summary>
    public IReadOnlyList<IDomainEvent> RaisedEvents => raised ?? (IReadOnlyList<IDomainEvent>)[];

    /// <summary>Forgets the raised events once they are stored.</summary>
    public void ClearEvents() => raised = null;

    /// <summary>Notes that something happened; stored with the next save.</summary>
    protected void Raise(IDomainEvent happened) => (raised ??= []).Add(happened);
}
