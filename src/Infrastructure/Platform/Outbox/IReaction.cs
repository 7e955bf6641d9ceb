using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.Infrastructure.Platform.Outbox;

/// <summary>
/// What a later room does when it hears of an event. Runs in the transaction that marks the event done, so its rows are
/// written exactly once; whatever leaves the database must go through a dispatch table of its own.
/// </summary>
/// <typeparam name="TEvent">The event heard.</typeparam>
public interface IReaction<in TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Adds rows to the unit; the dispatcher saves.</summary>
    Task RunAsync(TEvent happened, CrmUnit unit, CancellationToken ct);
}
