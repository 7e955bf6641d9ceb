using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>The rows of one lender before they are written. The domain gives its records random ids; here each gets the id its name says.</summary>
internal sealed class DemoRows(DemoLender lender)
{
    private readonly Dictionary<Type, List<DemoRow>> byType = [];
    private readonly Dictionary<Guid, Guid> ids = [];

    public DemoLender Lender => lender;

    /// <summary>Adds a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="createdAt">When it was made.</param>
    /// <param name="updatedAt">When it was last changed; when made, unless said.</param>
    /// <param name="name">What its id is made from; its number among its kind, unless said.</param>
    public void Add(Entity record, DateTimeOffset createdAt, DateTimeOffset? updatedAt = null, string? name = null)
    {
        if (!byType.TryGetValue(record.GetType(), out var rows)) byType[record.GetType()] = rows = [];
        ids[record.Id] = DemoIds.For(lender.Slug, record.GetType().Name, name ?? $"{rows.Count + 1}");
        rows.Add(new DemoRow(record, createdAt, updatedAt ?? createdAt));
    }

    /// <summary>Adds a record that keeps its own id: the one row of a lender, under the lender's id.</summary>
    public void AddAsIs(Entity record, DateTimeOffset at)
    {
        if (!byType.TryGetValue(record.GetType(), out var rows)) byType[record.GetType()] = rows = [];
        rows.Add(new DemoRow(record, at, at));
    }

    public IReadOnlyList<DemoRow> Of(Type type) => byType.GetValueOrDefault(type) ?? [];

    public int Count(Type type) => Of(type).Count;

    /// <summary>The id a record is stored under, for its own id and wherever another record names it.</summary>
    public Guid Stored(Guid id) => ids.GetValueOrDefault(id, id);
}

/// <summary>A record and its stamps.</summary>
internal sealed record DemoRow(Entity Record, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
