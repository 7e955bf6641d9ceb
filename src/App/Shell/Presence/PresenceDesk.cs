using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Live;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CrmStudio.App.Shell.Presence;

/// <summary>The seats of one circuit. A browser that is away, for a closed lid or a lost line, sits nowhere until it is back.</summary>
public sealed class PresenceDesk(PresenceBook book, CurrentMember me) : CircuitHandler
{
    private readonly HashSet<PresenceSeat> seats = [];

    /// <summary>Takes a seat at a record the member was just shown.</summary>
    public PresenceSeat Sit(Guid recordId)
    {
        var seat = new PresenceSeat(book, this, me.OrgId, me.Id, recordId);
        seats.Add(seat);
        return seat;
    }

    /// <summary>The colleagues at each record. Ask about records the member was shown.</summary>
    public ILookup<Guid, Sighting> Others() => book.In(me.OrgId, but: me.Id);

    /// <summary>Calls back with the record at which somebody came, left or began to edit.</summary>
    public IDisposable Subscribe(Action<Guid> changed) => book.Subscribe(me.OrgId, changed);

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        foreach (var seat in seats) seat.Come();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        foreach (var seat in seats) seat.Go();
        return Task.CompletedTask;
    }

    internal void Forget(PresenceSeat seat) => seats.Remove(seat);
}
