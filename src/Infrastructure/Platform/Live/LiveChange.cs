using System.Text.Json.Serialization;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrmStudio.Infrastructure.Platform.Live;

/// <summary>What one save touched: ids only, never values, because the channel is outside row-level security.</summary>
/// <param name="OrgId">The organization.</param>
/// <param name="MemberId">Who saved.</param>
/// <param name="Rows">Touched rows by table.</param>
/// <param name="More">True when there were more rows than a notice carries.</param>
/// <param name="UndoId">The way back of the save, by which the page that saved knows it again; null when it cannot be undone.</param>
/// <param name="Told">Members whose notifications are among the rows; null when there are none.</param>
public sealed record LiveChange(
    [property: JsonPropertyName("o")] Guid OrgId,
    [property: JsonPropertyName("m")] Guid MemberId,
    [property: JsonPropertyName("r")] IReadOnlyDictionary<string, IReadOnlyList<Guid>> Rows,
    [property: JsonPropertyName("x")] bool More,
    [property: JsonPropertyName("u"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? UndoId = null,
    [property: JsonPropertyName("t"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? Told = null)
{
    /// <summary>The PostgreSQL channel.</summary>
    public const string Channel = "crm_live";

    /// <summary>Most ids one notice carries; PostgreSQL allows 8,000 bytes.</summary>
    public const int MaxRows = 100;

    /// <summary>Whether the save touched a table, or may have.</summary>
    public bool Touches(string table) => More || Rows.ContainsKey(table);

    /// <summary>Whether the save told a member something, or may have.</summary>
    public bool Tells(Guid memberId) => More || Told?.Contains(memberId) is true;

    internal static LiveChange Of(Guid orgId, Guid memberId, IReadOnlyList<EntityEntry<IOrganizationOwned>> entries, Guid? undoId)
    {
        List<(string Table, Guid Id)> touched = [.. entries.Select(RowOf).Concat(entries.SelectMany(WholesOf)).Distinct().Take(MaxRows + 1)];
        return new(
            orgId, memberId, touched.Take(MaxRows).GroupBy(row => row.Table, row => row.Id).ToDictionary(group => group.Key, group => (IReadOnlyList<Guid>)[.. group]),
            touched.Count > MaxRows, undoId, entries.Select(entry => entry.Entity).OfType<Notification>().Select(notification => notification.MemberId).Distinct().Take(MaxRows).ToList() is { Count: > 0 } told ? told : null);
    }

    private static (string Table, Guid Id) RowOf(EntityEntry<IOrganizationOwned> entry) => (entry.Metadata.GetTableName()!, (Guid)entry.Property(nameof(Entity.Id)).CurrentValue!);

    /// <summary>A part that changed is a change of its whole: what would be deleted together is seen together.</summary>
    private static IEnumerable<(string Table, Guid Id)> WholesOf(EntityEntry<IOrganizationOwned> entry) =>
        from key in entry.Metadata.GetForeignKeys()
        where key.DeleteBehavior == DeleteBehavior.Cascade
        let whole = key.Properties.Where(property => property.Name != nameof(Entity.OrgId)).Select(property => entry.CurrentValues[property]).FirstOrDefault()
        where whole is Guid
        select (key.PrincipalEntityType.GetTableName()!, (Guid)whole);

    /// <summary>A change of more rows than a notice carries.</summary>
    internal static LiveChange OfMany(Guid orgId, Guid memberId) => new(orgId, memberId, new Dictionary<string, IReadOnlyList<Guid>>(), More: true);
}
