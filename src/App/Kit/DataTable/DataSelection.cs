namespace CrmStudio.App.Kit.DataTable;

/// <summary>Which rows are selected: single ones, or everything that matches, also what was never drawn.</summary>
public sealed class DataSelection
{
    private readonly HashSet<string> keys = [];

    /// <summary>Everything that matches is selected.</summary>
    public bool IsAll { get; private set; }

    /// <summary>Single rows; empty while <see cref="IsAll"/>.</summary>
    public IReadOnlyCollection<string> Keys => keys;

    /// <summary>Whether anything is selected.</summary>
    public bool IsEmpty => !IsAll && keys.Count == 0;

    /// <summary>Whether a row is selected.</summary>
    public bool Has(string key) => IsAll || keys.Contains(key);

    /// <summary>Selects rows, or takes them out. Out of "everything" no single row can be taken: that starts over with the rest of the rows in sight.</summary>
    public void Set(IEnumerable<string> wanted, bool isOn, IEnumerable<string> inSight)
    {
        if (IsAll && isOn) return;
        if (IsAll)
        {
            IsAll = false;
            keys.UnionWith(inSight);
        }
        if (isOn) keys.UnionWith(wanted);
        else keys.ExceptWith(wanted);
    }

    /// <summary>Selects everything that matches.</summary>
    public void SetAll()
    {
        keys.Clear();
        IsAll = true;
    }

    /// <summary>Selects nothing.</summary>
    public void Clear()
    {
        keys.Clear();
        IsAll = false;
    }

    /// <summary>Forgets rows that are gone.</summary>
    public void Forget(IEnumerable<string> gone) => keys.ExceptWith(gone);
}
