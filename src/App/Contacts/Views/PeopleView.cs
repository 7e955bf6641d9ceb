namespace CrmStudio.App.Contacts.Views;

/// <summary>What somebody looks at in the list of people: conditions that all hold, order and columns. A view is an address, and an address is a view.</summary>
public sealed record PeopleView(IReadOnlyList<PeopleCondition> Conditions, PeopleSort Sort = PeopleSort.Name, bool IsDescending = false, IReadOnlyList<string>? Columns = null)
{
    private const int MaxConditions = 20, MaxColumns = 70;

    /// <summary>Everybody the member sees, by name.</summary>
    public static PeopleView Everybody { get; } = new([]);

    /// <summary>Reads a view out of the parts of an address. What is not understood is left out.</summary>
    public static PeopleView Parse(IEnumerable<string>? filter, string? sort, string? columns)
    {
        var view = new PeopleView([.. (filter ?? []).Take(MaxConditions).Select(PeopleCondition.Parse).OfType<PeopleCondition>()], Columns: string.IsNullOrEmpty(columns) ? null : [.. columns.Split(',').Take(MaxColumns)]);
        return SortOf(sort?.TrimStart('-')) is { } by ? view with { Sort = by, IsDescending = sort!.StartsWith('-') } : view;
    }

    /// <summary>Reads a view that was kept as text.</summary>
    public static PeopleView Parse(string query)
    {
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return Parse(pairs["f"], pairs["sort"].FirstOrDefault(), pairs["cols"].FirstOrDefault());
    }

    /// <summary>The order a word stands for.</summary>
    public static PeopleSort? SortOf(string? word) => word is { Length: > 0 } && char.IsAsciiLetter(word[0]) && Enum.TryParse<PeopleSort>(word, ignoreCase: true, out var sort) ? sort : null;

    /// <summary>The view as a query string without the question mark; empty for <see cref="Everybody"/>.</summary>
    public string ToQuery()
    {
        var parts = Conditions.Select(condition => $"f={Readable(condition.ToString())}").ToList();
        if (Sort != PeopleSort.Name || IsDescending) parts.Add($"sort={(IsDescending ? "-" : null)}{Sort.ToString().ToLowerInvariant()}");
        if (Columns is { Count: > 0 }) parts.Add($"cols={Readable(string.Join(',', Columns))}");
        return string.Join('&', parts);
    }

    /// <summary>The conditions alone, to tell which tab is looked at.</summary>
    public string Filter => string.Join('&', Conditions);

    /// <summary>With one condition more, or exchanged for another.</summary>
    public PeopleView With(PeopleCondition? old, PeopleCondition now) => this with { Conditions = old is null ? [.. Conditions, now] : [.. Conditions.Select(condition => ReferenceEquals(condition, old) ? now : condition)] };

    /// <summary>Without a condition.</summary>
    public PeopleView Without(PeopleCondition gone) => this with { Conditions = [.. Conditions.Where(condition => !ReferenceEquals(condition, gone))] };

    private static string Readable(string text) => Uri.EscapeDataString(text).Replace("%2C", ",", StringComparison.Ordinal);
}
