using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Drafts;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmStudio.Infrastructure.Platform.Auditing;

/// <summary>Adds one audit entry for each changed row to the same save, and notes the rows for the live feed.</summary>
internal sealed class AuditInterceptor : SaveChangesInterceptor
{
    // Rows that record rather than change: they are not audited themselves.
    private static readonly HashSet<Type> records = [typeof(AuditEntry), typeof(AuditSeal), typeof(OutboxMessage), typeof(UndoEntry), typeof(ComplianceEntry), typeof(Draft)];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (CrmDbContext)eventData.Context!;
        if (db.Unit is not { } unit) return ValueTask.FromResult(result);

        var changed = db.ChangeTracker.Entries<IOrganizationOwned>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity is not (IWorkedOut or IKeptAsItCame) && !records.Contains(entry.Metadata.ClrType))
            .ToList();
        foreach (var entry in changed) db.AuditEntries.Add(EntryFor(entry, unit.Verb, unit.MemberId, unit.At));
        if (changed.Count > 0) unit.Touched = LiveChange.Of(db.OrgId, unit.MemberId, changed, unit.UndoId);
        return ValueTask.FromResult(result);
    }

    private static AuditEntry EntryFor(EntityEntry<IOrganizationOwned> entry, string verb, Guid memberId, DateTimeOffset at)
    {
        var fields = RowImage.Changed(entry).Where(property => !RowImage.IsSecret(property.Metadata)).ToList();
        return new AuditEntry
        {
            At = at, MemberId = memberId, Verb = verb,
            Action = entry.State switch { EntityState.Added => AuditAction.Insert, EntityState.Deleted => AuditAction.Delete, _ => AuditAction.Update },
            EntityType = entry.Metadata.GetTableName()!,
            EntityId = (Guid)entry.Property(nameof(Entity.Id)).CurrentValue!,
            Before = entry.State == EntityState.Added ? null : RowImage.Of(fields, original: true).ToJsonString(Json.Options),
            After = entry.State == EntityState.Deleted ? null : RowImage.Of(fields, original: false).ToJsonString(Json.Options),
        };
    }
}
