using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts;

/// <summary>Values of a new record in fields of the organization's own; for every room whose records have some.</summary>
public static class OwnValues
{
    /// <summary>Notes what was typed; the caller saves.</summary>
    /// <returns>Why it cannot be noted, at the field by its stable name; null when it was.</returns>
    public static async Task<Refusal?> SayAsync(CrmUnit unit, string entityType, Guid entityId, IReadOnlyDictionary<Guid, string?> typed, CancellationToken ct)
    {
        var ids = typed.Where(one => !string.IsNullOrWhiteSpace(one.Value)).Select(one => one.Key).ToArray();
        if (ids.Length == 0) return null;
        foreach (var field in await unit.Db.CustomFields.AsNoTracking().Where(field => ids.Contains(field.Id) && field.EntityType == entityType && field.RetiredAt == null).ToListAsync(ct))
        {
            var read = field.Read(typed[field.Id]);
            if (read.Refusal is { } wrong) return wrong;
            if (read.Value is { } text) unit.Db.CustomValues.Add(new CustomValue(field.Id, entityId, text));
        }
        return null;
    }
}
