using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.Infrastructure.Platform.Auditing;

/// <summary>Notes sensitive reads and exports, which no change of a row would show.</summary>
public static class AuditTrail
{
    /// <summary>Adds an entry that says what was read. Saved with the unit.</summary>
    /// <param name="unit">The unit of work that reads.</param>
    /// <param name="entityType">Table of the rows.</param>
    /// <param name="entityId">The row; <see cref="Guid.Empty"/> for a set.</param>
    /// <param name="whatJson">What was read, as a JSON object; never the values themselves.</param>
    public static void Read(this CrmUnit unit, string entityType, Guid entityId, string whatJson) => unit.Db.AuditEntries.Add(new AuditEntry
    {
        At = unit.At, MemberId = unit.MemberId, Verb = unit.Verb, Action = AuditAction.Read, EntityType = entityType, EntityId = entityId, After = whatJson,
    });

    /// <summary>Adds an entry for something that began and is no row of the organization, such as a sign-in. Saved with the unit.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="entityType">What began.</param>
    /// <param name="entityId">Its id.</param>
    /// <param name="howJson">How, as a JSON object; never a secret.</param>
    public static void Began(this CrmUnit unit, string entityType, Guid entityId, string howJson) => unit.Db.AuditEntries.Add(new AuditEntry
    {
        At = unit.At, MemberId = unit.MemberId, Verb = unit.Verb, Action = AuditAction.Insert, EntityType = entityType, EntityId = entityId, After = howJson,
    });
}
