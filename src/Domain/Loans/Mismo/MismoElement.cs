namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>
/// One element of a MISMO file as far as it is looked at. Names are local names; those of another namespace carry its short name, such as
/// <c>ULAD:URLATotalCreditsAmount</c>. The reader bounds how many there are, how deep they stand and how long their texts are.
/// </summary>
public sealed class MismoElement
{
    private List<MismoElement>? children;
    private Dictionary<string, string>? attributes;

    /// <summary>An element below another, or the first of a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Line of the file, from 1.</param>
    /// <param name="parent">The element around it; null for the first.</param>
    public MismoElement(string name, int line, MismoElement? parent)
    {
        (Name, Line, Parent) = (name, line, parent);
        if (parent is not null) (parent.children ??= []).Add(this);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Line of the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The element around it; null for the first.</summary>
    public MismoElement? Parent { get; }

    /// <summary>The text, trimmed; empty where there is none.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether the text was longer than what is kept of it.</summary>
    public bool IsCut { get; set; }

    /// <summary>What stands below it, in order.</summary>
    public IReadOnlyList<MismoElement> Children => children ?? (IReadOnlyList<MismoElement>)[];

    /// <summary>Its attributes by local name.</summary>
    public IReadOnlyDictionary<string, string> Attributes => attributes ?? (IReadOnlyDictionary<string, string>)empty;

    /// <summary>Whether the reading made use of it.</summary>
    internal bool IsTaken { get; set; }

    /// <summary>Why the reading made no use of it; null where nothing asked for it.</summary>
    internal string? Untaken { get; set; }

    /// <summary>Where it stands, from the deal on: <c>ASSETS/ASSET/ASSET_DETAIL/AssetType</c>.</summary>
    public string Path
    {
        get
        {
            var names = new Stack<string>();
            for (var at = this; at is { Parent: not null } && at.Name != "DEAL"; at = at.Parent) names.Push(at.Name);
            return string.Join('/', names);
        }
    }

    private static readonly Dictionary<string, string> empty = [];

    /// <summary>Adds an attribute; of two with one local name the first stays.</summary>
    public void Say(string name, string value) => (attributes ??= new(StringComparer.Ordinal)).TryAdd(name, value);

    /// <summary>An attribute, when it says anything.</summary>
    public string? Said(string name) => attributes is not null && attributes.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Takes away what stands below it.</summary>
    internal void Empty() => children = null;

    /// <summary>Itself and everything below, parents first.</summary>
    public IEnumerable<MismoElement> All()
    {
        var open = new Stack<MismoElement>([this]);
        while (open.TryPop(out var element))
        {
            yield return element;
            for (var place = element.Children.Count - 1; place >= 0; place--) open.Push(element.Children[place]);
        }
    }
}
