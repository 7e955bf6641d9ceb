using System.Collections.Concurrent;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Live;

namespace CrmStudio.App.Access.Circuits;

/// <summary>
/// The circuits open on this node: whom they belong to, when to end them, when to read their rights anew. A browser that does
/// not leave when told is cut off; it cannot come back, because the socket asks for a sign-in that stands.
/// </summary>
public sealed partial class CircuitRegistry(IServiceScopeFactory scopes, CircuitLimits limits, TimeProvider clock, ILogger<CircuitRegistry> log)
{
    private readonly ConcurrentDictionary<string, OpenCircuit> circuits = new(StringComparer.Ordinal);

    /// <summary>Circuits known, connected or not.</summary>
    public IReadOnlyCollection<OpenCircuit> All => [.. circuits.Values];

    /// <summary>Whether the node takes no more.</summary>
    public bool IsFull => circuits.Count >= limits.PerNode;

    /// <summary>Takes a circuit in. One too many of a person puts the longest idle of theirs to rest.</summary>
    public void Add(OpenCircuit circuit)
    {
        circuits[circuit.Id] = circuit;
        var mine = circuits.Values.Where(open => open.Who.UserId == circuit.Who.UserId && open is { IsLeaving: false, Socket: not null }).ToList();
        foreach (var idle in mine.Where(open => open != circuit).OrderBy(open => open.UsedAt).Take(mine.Count - limits.PerUser)) Rest(idle);
    }

    /// <summary>Forgets a circuit that closed.</summary>
    public void Remove(string id) => circuits.TryRemove(id, out _);

    /// <summary>Takes the browser to the sign-in page.</summary>
    public void End(OpenCircuit circuit) => Leave(circuit, AccessUrls.Ended(circuit.Place));

    /// <summary>Takes the browser to a page from which it can come back.</summary>
    public void Rest(OpenCircuit circuit) => Leave(circuit, AccessUrls.Resting(circuit.Place));

    /// <summary>Looks at the circuits a save may concern: ended sessions and changed members.</summary>
    public async Task HearAsync(LiveChange change)
    {
        if (!change.Touches(SessionLedger.Table) && !change.Touches("members")) return;
        var (sessions, members) = (Rows(change, SessionLedger.Table), Rows(change, "members"));
        var concerned = circuits.Values.Where(circuit => circuit.Who.OrgId == change.OrgId
            && (change.More || sessions.Contains(circuit.Who.SessionId) || members.Contains(circuit.Who.MemberId)));
        foreach (var circuit in concerned) await CheckAsync(circuit);
    }

    /// <summary>Looks at every circuit: notices may have been missed.</summary>
    public async Task CheckAllAsync()
    {
        foreach (var circuit in circuits.Values) await CheckAsync(circuit);
    }

    /// <summary>Ends a circuit whose sign-in does not stand any more, and reloads one whose rights changed.</summary>
    /// <returns>Whether the sign-in stands.</returns>
    public async Task<bool> CheckAsync(OpenCircuit circuit, CancellationToken ct = default)
    {
        if (circuit.IsLeaving) return false;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var reader = scope.ServiceProvider.GetRequiredService<AuthorityReader>();
            var who = circuit.Who;
            var version = await reader.VersionAsync(who.OrgId, who.MemberId, who.SessionId, ct);
            if (version is null)
            {
                End(circuit);
                return false;
            }
            if (version == circuit.Me.Authority.AccessVersion) return true;

            if (await reader.IdentifyAsync(who.OrgId, who.MemberId, who.SessionId, ct) is { } now) circuit.Me.Become(now, who.SessionId);
            circuit.Reload();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotChecked(log, e, circuit.Id);   // the database is away: commands fail too, and the next patrol asks again
            return true;
        }
    }

    private static IReadOnlyList<Guid> Rows(LiveChange change, string table) => change.Rows.TryGetValue(table, out var rows) ? rows : [];

    private void Leave(OpenCircuit circuit, string url)
    {
        if (circuit.IsLeaving) return;
        circuit.IsLeaving = true;
        circuit.GoTo(url);
        _ = CutAsync(circuit);
    }

    private async Task CutAsync(OpenCircuit circuit)
    {
        await Task.Delay(limits.Grace, clock);
        if (!circuits.ContainsKey(circuit.Id)) return;
        Cut(log, circuit.Id);
        circuit.Socket?.Cut();
    }

    [LoggerMessage(LogLevel.Information, "Circuit {Id} did not leave and was cut")]
    private static partial void Cut(ILogger logger, string id);

    [LoggerMessage(LogLevel.Warning, "Could not check whether circuit {Id} still stands")]
    private static partial void NotChecked(ILogger logger, Exception exception, string id);
}
