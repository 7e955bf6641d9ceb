using System.Reflection;
using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrmStudio.Infrastructure.Platform.Outbox;

/// <summary>Runs the reactions of stored events, oldest first, for the organization the system acts in.</summary>
public sealed partial class OutboxDispatcher(CrmWork work, IServiceProvider services, ILogger<OutboxDispatcher> log)
{
    private static readonly Dictionary<string, Type> events = typeof(IDomainEvent).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IDomainEvent)) && !type.IsAbstract)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Runs what is due. Nodes share the work: a message locked by one is skipped by the others.</summary>
    /// <returns>How many messages were handled.</returns>
    public async Task<int> DispatchAsync(CancellationToken ct)
    {
        var handled = 0;
        while (await DispatchNextAsync(ct)) handled++;
        return handled;
    }

    private async Task<bool> DispatchNextAsync(CancellationToken ct)
    {
        Guid id;
        string error;
        await using (var unit = await work.BeginAsync("outbox.dispatch", AccessPermissions.OwnAccount, ct))
        {
            var message = unit.Refused is null ? await NextDueAsync(unit, ct) : null;
            if (message is null) return false;
            id = message.Id;
            try
            {
                await ReactAsync(message, unit, ct);
                message.Done(unit.At);
                var saved = await unit.SaveAsync(ct);
                if (saved.IsDone) return true;
                error = saved.Refusal.Message;
                SaveRefused(log, message.Type, id, error);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)   // a time-out inside a reaction is a failure like any other
            {
                error = e.Message;
                ReactionFailed(log, e, message.Type, id);
            }
        }

        // The failed transaction is gone with whatever the reaction wrote; the failure is noted in one of its own.
        await using var note = await work.BeginAsync("outbox.dispatch", AccessPermissions.OwnAccount, ct);
        if (note.Refused is null && await StillOpenAsync(note, id, ct) is { } failed)
        {
            failed.Failed(error, note.At);
            await note.SaveAsync(ct);
        }
        return true;
    }

    private static Task<OutboxMessage?> NextDueAsync(CrmUnit unit, CancellationToken ct) => unit.Db.OutboxMessages
        .FromSql($"select * from outbox_messages where due_at <= {unit.At} order by due_at, id limit 1 for update skip locked")
        .SingleOrDefaultAsync(ct);

    /// <summary>Between the two transactions another node may have taken the message, and done it: then it must not become due again.</summary>
    private static Task<OutboxMessage?> StillOpenAsync(CrmUnit unit, Guid id, CancellationToken ct) => unit.Db.OutboxMessages
        .FromSql($"select * from outbox_messages where id = {id} and done_at is null for update")
        .SingleOrDefaultAsync(ct);

    private async Task ReactAsync(OutboxMessage message, CrmUnit unit, CancellationToken ct)
    {
        // A newer version raised it and this older node reads it: tried again later, by a node that knows it.
        if (!events.TryGetValue(message.Type, out var type)) throw new NotSupportedException($"This version knows no event {message.Type}.");

        var happened = (IDomainEvent)JsonSerializer.Deserialize(message.Payload, type, Json.Options)!;
        var reactionType = typeof(IReaction<>).MakeGenericType(type);
        var run = reactionType.GetMethod(nameof(IReaction<>.RunAsync))!;
        foreach (var reaction in services.GetServices(reactionType))
            await (Task)run.Invoke(reaction, BindingFlags.DoNotWrapExceptions, null, [happened, unit, ct], null)!;
    }

    [LoggerMessage(LogLevel.Error, "A reaction to {Type} {Id} failed")]
    private static partial void ReactionFailed(ILogger logger, Exception exception, string type, Guid id);

    [LoggerMessage(LogLevel.Error, "What a reaction to {Type} {Id} wrote could not be saved: {Reason}")]
    private static partial void SaveRefused(ILogger logger, string type, Guid id, string reason);
}
