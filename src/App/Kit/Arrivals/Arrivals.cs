namespace CrmStudio.App.Kit.Arrivals;

/// <summary>
/// Records others brought into a list since it was read. They wait behind a pill until they are asked for, so that nothing jumps
/// under the reader's hand; records that are shown change where they stand.
/// </summary>
public sealed class Arrivals
{
    private readonly HashSet<Guid> waiting = [];

    /// <summary>How many wait.</summary>
    public int Count => waiting.Count;

    /// <summary>Whether a record waits, and is not to be drawn yet.</summary>
    public bool Holds(Guid id) => waiting.Contains(id);

    /// <summary>Lets a record wait. One that was saved twice waits once.</summary>
    public void Hold(Guid id) => waiting.Add(id);

    /// <summary>A record left again, or is shown for another reason.</summary>
    public void Forget(Guid id) => waiting.Remove(id);

    /// <summary>Keeps waiting only what is still there to be shown.</summary>
    public void KeepOnly(IEnumerable<Guid> there) => waiting.IntersectWith(there);

    /// <summary>Everything is shown from here on.</summary>
    public void Clear() => waiting.Clear();
}
