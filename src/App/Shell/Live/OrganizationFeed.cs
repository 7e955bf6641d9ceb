using System.Collections.Concurrent;
using CrmStudio.Infrastructure.Platform.Live;

namespace CrmStudio.App.Shell.Live;

/// <summary>Tells open circuits of an organization what was saved, on whichever node.</summary>
public sealed class OrganizationFeed : IDisposable
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Subscription, byte>> organizations = new();
    private readonly LiveListener listener;

    /// <param name="listener">Hears notices.</param>
    /// <param name="kept">Asked for so that it hears first: a page that is told reads anew, and must not be given what was kept.</param>
    public OrganizationFeed(LiveListener listener, KeptReads kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        this.listener = listener;
        listener.Changed += Tell;
        listener.Resumed += TellAll;
    }

    /// <summary>Calls back for each save of the organization until disposed. The callback must not block.</summary>
    public IDisposable Subscribe(Guid orgId, Action<LiveChange> heard)
    {
        var subscription = new Subscription(this, orgId, heard);
        organizations.GetOrAdd(orgId, _ => new()).TryAdd(subscription, 0);
        return subscription;
    }

    public void Dispose()
    {
        listener.Changed -= Tell;
        listener.Resumed -= TellAll;
    }

    private void Tell(LiveChange change)
    {
        if (!organizations.TryGetValue(change.OrgId, out var subscriptions)) return;
        foreach (var subscription in subscriptions.Keys) subscription.Heard(change);
    }

    // Notices may have been missed while the channel was down: everybody reloads what they show.
    private void TellAll()
    {
        foreach (var orgId in organizations.Keys)
            Tell(new LiveChange(orgId, Guid.Empty, new Dictionary<string, IReadOnlyList<Guid>>(), More: true));
    }

    private sealed class Subscription(OrganizationFeed feed, Guid orgId, Action<LiveChange> heard) : IDisposable
    {
        public void Heard(LiveChange change) => heard(change);

        public void Dispose()
        {
            if (feed.organizations.TryGetValue(orgId, out var subscriptions)) subscriptions.TryRemove(this, out _);
        }
    }
}
