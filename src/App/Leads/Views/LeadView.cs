namespace CrmStudio.App.Leads.Views;

/// <summary>What somebody looks at: a smart list, narrowed and sorted. A view is an address, and an address is a view.</summary>
public sealed record LeadView(LeadList List, IReadOnlyList<LeadCondition> Conditions, LeadSort Sort)
{
    /// <summary>What saved views of leads are kept under.</summary>
    public const string Place = "leads";

    private const int MaxConditions = 20;

    /// <summary>A smart list as it is.</summary>
    public static LeadView Of(LeadList list) => new(list, [], UsualSort(list));

    /// <summary>How a list is sorted unless somebody says otherwise.</summary>
    public static LeadSort UsualSort(LeadList list) => list switch
    {
        LeadList.Hot => LeadSort.Score,
        LeadList.Nurturing => LeadSort.LastContact,
        LeadList.Ended or LeadList.Snoozed or LeadList.Open => LeadSort.Newest,
        _ => LeadSort.Due,
    };

    /// <summary>Reads a view out of the parts of an address.</summary>
    /// <param name="list">The smart list.</param>
    /// <param name="filter">The conditions.</param>
    /// <param name="sort">The order.</param>
    /// <param name="usual">The list where the address names none.</param>
    public static LeadView Parse(string? list, IEnumerable<string>? filter, string? sort, LeadList usual)
    {
        var shown = Word<LeadList>(list) ?? usual;
        return new(shown, [.. (filter ?? []).Take(MaxConditions).Select(LeadCondition.Parse).OfType<LeadCondition>()], Word<LeadSort>(sort) ?? UsualSort(shown));
    }

    /// <summary>Reads a view that was kept as text.</summary>
    public static LeadView Parse(string query)
    {
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return Parse(pairs["list"].FirstOrDefault(), pairs["f"], pairs["sort"].FirstOrDefault(), LeadList.Open);
    }

    /// <summary>The view as a query string without the question mark.</summary>
    public string ToQuery() => string.Join('&',
        Conditions.Select(condition => $"f={Uri.EscapeDataString(condition.ToString()).Replace("%2C", ",", StringComparison.Ordinal)}")
            .Prepend($"list={List.ToString().ToLowerInvariant()}").Concat(Sort == UsualSort(List) ? [] : [$"sort={Sort.ToString().ToLowerInvariant()}"]));

    /// <summary>The same view as far as who sees no amounts may have it.</summary>
    public LeadView WithoutAmounts() => this with
    {
        Conditions = [.. Conditions.Where(condition => condition.Field != LeadField.Amount)], Sort = Sort == LeadSort.Amount ? UsualSort(List) : Sort,
    };

    private static T? Word<T>(string? text)
        where T : struct, Enum => text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var word) ? word : null;
}
