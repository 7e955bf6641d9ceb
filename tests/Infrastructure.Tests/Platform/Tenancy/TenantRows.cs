namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>The rows an organization was given, by table, as they were inserted.</summary>
internal sealed class TenantRows(Guid orgId)
{
    private readonly Dictionary<string, List<IReadOnlyDictionary<string, object>>> rows = new(StringComparer.Ordinal);

    public Guid OrgId => orgId;

    public void Add(string table, IReadOnlyDictionary<string, object> row)
    {
        if (!rows.TryGetValue(table, out var list)) rows[table] = list = [];
        list.Add(row);
    }

    public IReadOnlyList<IReadOnlyDictionary<string, object>> Of(string table) => rows[table];

    /// <summary>The row at a place; the row before it while the table itself is being filled; null when there is none.</summary>
    public IReadOnlyDictionary<string, object>? At(string table, int place) =>
        rows.TryGetValue(table, out var list) ? list[Math.Min(place, list.Count - 1)] : null;

    public Guid IdOf(string table, int place = 0) => (Guid)rows[table][place]["id"];
}
