using System.Text.Json;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
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
            db.OutboxMessages.AddRange(MessagesOf(entity, unit));
        return ValueTask.FromResult(result);
    }

    /// <summary>The events a record raised, as they are stored; the record forgets them.</summary>
    public static IReadOnlyList<OutboxMessage> MessagesOf(Entity entity, CrmUnit unit)
    {
        var messages = entity.RaisedEvents.Select(happened => new OutboxMessage(happened.GetType().Name, JsonSerializer.Serialize(happened, happened.GetType(), Json.Options), unit.MemberId, unit.At)).ToList();
        entity.ClearEvents();
        return messages;
    }
}
