using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>A branch or group. Teams form a tree; who leads one sees everything below it.</summary>
public sealed class Team : Entity
{
    private Team() { }

    /// <summary>A team, below another one or at the top.</summary>
    public Team(string name, Guid? parentId = null) => (Name, ParentId) = (name, parentId);

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The team above; null at the top.</summary>
    public Guid? ParentId { get; private set; }
}
