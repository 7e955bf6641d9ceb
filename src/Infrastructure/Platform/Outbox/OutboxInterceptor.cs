using System.Text.Json;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmStudio.Infrastructure.Platform.Outbox;

/// <summary>Stores the events raised by the rows of a save in the same save.</summary>
internal sealed class OutboxInterceptor : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (CrmDbContext)eventData.Context!;
        if (db.Unit is not { } unit) return ValueTask.FromResult(result);

        foreach (var entity in db.ChangeTracker.Entries<Entity>().Select(entry => entry.Entity).Where(entity => entity.RaisedEvents.Count > 0).ToList())
        {
            foreach (var happened in entity.RaisedEvents)
                db.OutboxMessages.Add(new OutboxMessage(happened.GetType().Name, JsonSerializer.Serialize(happened, happened.GetType(), Json.Options), unit.MemberId, unit.At));
            entity.ClearEvents();
        }
        return ValueTask.FromResult(result);
    }
}
