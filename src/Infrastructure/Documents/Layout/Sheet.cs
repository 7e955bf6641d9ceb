namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>What a block may know of the page it is laid out for.</summary>
internal sealed class Sheet(int number, int total, IReadOnlyDictionary<string, int> sections)
{
    /// <summary>Number of the page, from 1.</summary>
    public int Number
    {
        get
        {
            WasAsked = true;
            return number;
        }
    }

    /// <summary>How many pages there are; a guess until they are all laid out.</summary>
    public int Total
    {
        get
        {
            WasAsked = true;
            return total;
        }
    }

    /// <summary>True when something on the page depends on its number.</summary>
    public bool WasAsked { get; private set; }

    /// <summary>True when text on the page shows the number of a section's page.</summary>
    public bool NamedSection { get; private set; }

    /// <summary>The page a section begins on; null until that is known.</summary>
    public int? PageOf(string section)
    {
        NamedSection = true;
        return sections.TryGetValue(section, out var page) ? page : null;
    }
}
