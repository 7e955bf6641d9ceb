using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmStudio.Infrastructure.Platform.Tenancy;

/// <summary>Stamps organization and times on saved rows, and refuses a row of another organization or a save outside a unit of work.</summary>
internal sealed class OrganizationStampInterceptor : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (CrmDbContext)eventData.Context!;
        foreach (var entry in db.ChangeTracker.Entries<IOrganizationOwned>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (db.Unit is not { } unit) throw new InvalidOperationException("Rows of an organization are saved inside CrmWork only.");
            if (entry.State == EntityState.Added && entry.Entity.OrgId == Guid.Empty) entry.Property(nameof(Entity.OrgId)).CurrentValue = db.OrgId;
            if (entry.Entity.OrgId != db.OrgId) throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another organization reached this save.");
            if (entry.Entity is not Entity entity) continue;

            // A row that is put back by undo keeps the day it was made.
            if (entry.State == EntityState.Added && entity.CreatedAt == default) entry.Property(nameof(Entity.CreatedAt)).CurrentValue = unit.At;
            entry.Property(nameof(Entity.UpdatedAt)).CurrentValue = unit.At;
        }
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new InvalidOperationException("Save asynchronously.");
}
