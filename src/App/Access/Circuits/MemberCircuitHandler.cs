using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CrmStudio.App.Access.Circuits;

/// <summary>Says who acts in a circuit before its first component runs, and watches over what it sends.</summary>
public sealed partial class MemberCircuitHandler(
    CircuitRegistry registry, CircuitLimits limits, CurrentMember me, AuthorityReader reader, AuthenticationStateProvider signIn, NavigationManager navigation, TimeProvider clock, ILogger<MemberCircuitHandler> log)
    : CircuitHandler
{
    private OpenCircuit? circuit;

    /// <summary>The circuit of this scope; null before it is open.</summary>
    public OpenCircuit? Circuit => circuit;

    /// <inheritdoc />
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var who = SignedIn.Of((await signIn.GetAuthenticationStateAsync()).User) ?? throw new InvalidOperationException("A circuit opens for a signed-in member only.");
        var authority = await reader.IdentifyAsync(who.OrgId, who.MemberId, who.SessionId, cancellationToken);
        if (authority is not null) me.Become(authority, who.SessionId);

        this.circuit = new OpenCircuit(circuit.Id, who, me, new EventBudget(limits, clock), navigation, SynchronizationContext.Current!) { UsedAt = clock.GetUtcNow(), Socket = CircuitSocket.Current };
        registry.Add(this.circuit);
        if (authority is null) registry.End(this.circuit);
    }

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (this.circuit is { } mine) mine.Socket = CircuitSocket.Current;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (this.circuit is { } mine) mine.Socket = null;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        registry.Remove(circuit.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => activity =>
    {
        if (circuit is not { } mine || !InboundActivity.IsByPerson(activity)) return next(activity);

        (mine.UsedAt, mine.WasUsed) = (clock.GetUtcNow(), true);
        switch (mine.Budget.Take())
        {
            case EventVerdict.Handle: return next(activity);
            case EventVerdict.Flood:
                Flooded(log, mine.Id, mine.Who.MemberId);
                mine.Socket?.Cut();
                break;
            case EventVerdict.Drop: break;
        }
        return Task.CompletedTask;
    };

    [LoggerMessage(LogLevel.Warning, "Circuit {Id} of member {MemberId} sent a flood of events and was cut")]
    private static partial void Flooded(ILogger logger, string id, Guid memberId);
}
