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

    /// <summary>What waits at this moment: a list that is being read answers for these, and not for what comes while it is read.</summary>
    public IReadOnlyList<Guid> Waiting => [.. waiting];

    /// <summary>Records left again, or are shown for another reason.</summary>
    public void Forget(params IEnumerable<Guid> ids) => waiting.ExceptWith(ids);

    /// <summary>Everything is shown from here on.</summary>
    public void Clear() => waiting.Clear();
}
