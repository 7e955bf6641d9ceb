using System.Collections.Concurrent;
using System.Threading.Channels;
using CrmStudio.Infrastructure.Platform.Live;

namespace CrmStudio.App.Shell.Presence;

/// <summary>
/// Who has which record open, on every node. A page asks for a record it shows, so nobody learns of a record they may not see.
/// Nodes repeat what they know every few seconds; what a node that fell silent said is forgotten.
/// </summary>
public sealed partial class PresenceBook : BackgroundService
{
    /// <summary>How often a node repeats who is on its pages.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>After this long without a word from a node, its members are gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(14);

    private readonly Guid node = Guid.NewGuid();
    private readonly ConcurrentDictionary<Guid, (Sighting Seen, DateTimeOffset At)> seats = new();
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Subscription, byte>> organizations = new();
    private readonly Channel<Sighting> news = Channel.CreateUnbounded<Sighting>(new() { SingleReader = true });
    private readonly LiveListener listener;
    private readonly PresenceVoice voice;
    private readonly TimeProvider clock;
    private readonly ILogger<PresenceBook> log;

    public PresenceBook(LiveListener listener, PresenceVoice voice, TimeProvider clock, ILogger<PresenceBook> log)
    {
        (this.listener, this.voice, this.clock, this.log) = (listener, voice, clock, log);
        listener.Seen += Hear;
    }

    /// <summary>Who has which record of the organization open, each member once at each; whoever edits it in one of their tabs edits it.</summary>
    /// <param name="orgId">The organization.</param>
    /// <param name="but">The member who asks, and is not among them.</param>
    public ILookup<Guid, Sighting> In(Guid orgId, Guid but) => seats.Values.Select(seat => seat.Seen).Where(seen => seen.OrgId == orgId && seen.MemberId != but)
        .OrderByDescending(seen => seen.IsEditing).DistinctBy(seen => (seen.RecordId, seen.MemberId)).OrderBy(seen => seen.MemberId).ToLookup(seen => seen.RecordId);

    /// <summary>Calls back with the record at which somebody came, left or began to edit. The callback must not block.</summary>
    public IDisposable Subscribe(Guid orgId, Action<Guid> changed)
    {
        var subscription = new Subscription(this, orgId, changed);
        organizations.GetOrAdd(orgId, _ => new()).TryAdd(subscription, 0);
        return subscription;
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        listener.Seen -= Hear;
        base.Dispose();
    }

    /// <summary>Forgets what nodes said that fell silent.</summary>
    public void ForgetSilent()
    {
        var since = clock.GetUtcNow() - Silence;
        foreach (var (id, (seen, at)) in seats)
            if (seen.NodeId != node && at < since && seats.TryRemove(id, out _)) Tell(seen);
    }

    internal void Put(Guid seatId, Guid orgId, Guid memberId, Guid recordId, bool isEditing, bool isGone)
    {
        var seen = new Sighting(node, seatId, orgId, memberId, recordId, isEditing, isGone);
        Take(seen);
        news.Writer.TryWrite(seen);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        var (next, ready) = (beat.WaitForNextTickAsync(stoppingToken).AsTask(), news.Reader.WaitToReadAsync(stoppingToken).AsTask());
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAny(next, ready);
            var told = new List<Sighting>();
            if (ready.IsCompleted)
            {
                while (news.Reader.TryRead(out var seen)) told.Add(seen);
                ready = news.Reader.WaitToReadAsync(stoppingToken).AsTask();
            }
            if (next.IsCompleted)
            {
                ForgetSilent();
                told.AddRange(seats.Values.Select(seat => seat.Seen).Where(seen => seen.NodeId == node).Except(told));
                next = beat.WaitForNextTickAsync(stoppingToken).AsTask();
            }
            await SayAsync(told, stoppingToken);
        }
    }

    private async Task SayAsync(List<Sighting> told, CancellationToken ct)
    {
        try
        {
            await voice.SayAsync(told, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotSaid(log, e);   // the database is away; the next beat says it again
        }
        catch (OperationCanceledException)
        {
            // the node stops
        }
    }

    private void Hear(IReadOnlyList<Sighting> sightings)
    {
        foreach (var seen in sightings.Where(seen => seen.NodeId != node)) Take(seen);
    }

    private void Take(Sighting seen)
    {
        var isNews = true;
        if (seen.IsGone) isNews = seats.TryRemove(seen.SeatId, out _);
        else
        {
            isNews = !seats.TryGetValue(seen.SeatId, out var before) || before.Seen != seen;
            seats[seen.SeatId] = (seen, clock.GetUtcNow());
        }
        if (isNews) Tell(seen);
    }

    private void Tell(Sighting seen)
    {
        if (!organizations.TryGetValue(seen.OrgId, out var subscriptions)) return;
        foreach (var subscription in subscriptions.Keys) subscription.Changed(seen.RecordId);
    }

    [LoggerMessage(LogLevel.Warning, "Could not tell the other nodes who is here")]
    private static partial void NotSaid(ILogger logger, Exception exception);

    private sealed class Subscription(PresenceBook book, Guid orgId, Action<Guid> changed) : IDisposable
    {
        public void Changed(Guid recordId) => changed(recordId);

        public void Dispose()
        {
            if (book.organizations.TryGetValue(orgId, out var subscriptions)) subscriptions.TryRemove(this, out _);
        }
    }
}
