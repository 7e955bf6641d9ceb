using System.Collections.Concurrent;

namespace CrmStudio.Infrastructure.Platform.Live;

/// <summary>
/// Reads that several people, or several moments of one page, would make alike: made once and kept until a notice says that
/// one of their tables changed in their organization. Nothing is kept while this node does not hear notices.
/// </summary>
public sealed class KeptReads : IDisposable
{
    private const int MaxKept = 10_000;
    private readonly ConcurrentDictionary<(Guid OrgId, object Key), Kept> kept = new();
    private readonly LiveListener listener;
    private readonly TimeProvider clock;

    /// <summary>Hears notices from now on.</summary>
    public KeptReads(LiveListener listener, TimeProvider clock)
    {
        (this.listener, this.clock) = (listener, clock);
        listener.Changed += Forget;
        listener.Resumed += ForgetAll;
    }

    /// <summary>Gives back what is kept under the key, or reads it.</summary>
    /// <param name="orgId">The organization it belongs to.</param>
    /// <param name="key">What is read, with everything that makes the answer another one: who may see what belongs in it.</param>
    /// <param name="tables">Tables the answer depends on.</param>
    /// <param name="atMost">How long it is kept when nothing changes.</param>
    /// <param name="read">Reads it. Not cancelled when one of those who wait goes away, because others may wait too.</param>
    /// <param name="isWorthKeeping">Says no of answers that are about the reader, such as a refusal.</param>
    public async Task<T> ReadAsync<T>(Guid orgId, object key, IReadOnlyList<string> tables, TimeSpan atMost, Func<Task<T>> read, Func<T, bool> isWorthKeeping)
    {
        if (!listener.IsListening) return await read();
        if (kept.TryGetValue((orgId, key), out var known) && known.IsFresh(clock)) return (T)await known.Answer.Value;

        // Put in place before it is read: a notice that comes meanwhile takes it away again.
        Tidy();
        // Read aside, so that those who wait do not depend on the page that happened to ask first.
        var fresh = new Kept(new(() => Task.Run(async () => (object)(await read())!)), tables, atMost, clock.GetTimestamp());
        var mine = kept.AddOrUpdate((orgId, key), fresh, (_, there) => there.IsFresh(clock) ? there : fresh);
        try
        {
            var answer = (T)await mine.Answer.Value;
            if (!isWorthKeeping(answer)) kept.TryRemove(new KeyValuePair<(Guid, object), Kept>((orgId, key), mine));
            return answer;
        }
        catch
        {
            kept.TryRemove(new KeyValuePair<(Guid, object), Kept>((orgId, key), mine));
            throw;
        }
    }

    /// <summary>Forgets what a save made untrue. Saves of this node say so themselves, before their notice comes back.</summary>
    public void Forget(LiveChange change)
    {
        foreach (var (key, read) in kept)
            if (key.OrgId == change.OrgId && read.Tables.Any(change.Touches)) kept.TryRemove(key, out _);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        listener.Changed -= Forget;
        listener.Resumed -= ForgetAll;
    }

    private void ForgetAll() => kept.Clear();

    private void Tidy()
    {
        var isFull = kept.Count > MaxKept;
        foreach (var (key, read) in kept)
            if (isFull || !read.IsFresh(clock)) kept.TryRemove(key, out _);
    }

    private sealed record Kept(Lazy<Task<object>> Answer, IReadOnlyList<string> Tables, TimeSpan AtMost, long Since)
    {
        public bool IsFresh(TimeProvider clock) => clock.GetElapsedTime(Since) < AtMost;
    }
}
