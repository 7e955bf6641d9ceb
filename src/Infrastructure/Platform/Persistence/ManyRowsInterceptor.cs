using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>
/// Writes the new rows of a large save with one statement per table, in the same transaction, before EF Core writes the rest: what a
/// bulk edit leaves in audit and history. Small saves are left to EF Core altogether; imports go past it, through <see cref="RecordSet"/>.
/// </summary>
internal sealed class ManyRowsInterceptor : SaveChangesInterceptor
{
    /// <summary>New rows from which on it is worth it.</summary>
    public const int Many = 200;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        if (db.Database.CurrentTransaction is null) return result;

        var added = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).ToList();
        if (added.Count < Many) return result;

        var byType = added.Where(entry => NewRows.CanWrite(entry.Metadata)).GroupBy(entry => entry.Metadata).ToDictionary(group => group.Key, group => group.ToList());
        try
        {
            await NewRows.ForgetPlansAsync(db, cancellationToken);
            foreach (var type in NewRows.InOrder(byType.Keys)) await NewRows.Of(type).InsertAsync(db, byType[type], cancellationToken);
        }
        catch (PostgresException refused)
        {
            throw new DbUpdateException("New rows were refused by the database.", refused);
        }
        foreach (var entry in byType.Values.SelectMany(entries => entries)) entry.State = EntityState.Unchanged;
        return result;
    }
}
