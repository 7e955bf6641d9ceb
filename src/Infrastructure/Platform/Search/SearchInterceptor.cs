using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>Keeps the search index in the same transaction as the records it finds, whatever changes them: a use case, an import or an undo.</summary>
internal sealed class SearchInterceptor : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (CrmDbContext)eventData.Context!;
        var changes = db.ChangeTracker.Entries<ISearchable>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(Change).ToList();
        if (changes.Count > 0) await SearchIndex.WriteAsync(db, changes, cancellationToken);
        return result;
    }

    private static (RecordWords Before, RecordWords After) Change(EntityEntry<ISearchable> entry)
    {
        var (kind, id) = (entry.Metadata.GetTableName()!, ((Entity)(object)entry.Entity).Id);
        return (
            RecordWords.Of(kind, id, entry.State == EntityState.Added ? null : (ISearchable)entry.OriginalValues.ToObject()),
            RecordWords.Of(kind, id, entry.State == EntityState.Deleted ? null : entry.Entity));
    }
}
