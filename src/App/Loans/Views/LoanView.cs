namespace CrmStudio.App.Loans.Views;

/// <summary>What somebody looks at: filter, order and columns of the grid, lanes of the board. A view is an address, and an address is a view.</summary>
public sealed record LoanView(LoanFilter Filter, LoanSort Sort = LoanSort.Stage, bool Descending = true, IReadOnlyList<string>? Columns = null, bool HasLanes = false)
{
    private const string ByOfficer = "officer";

    /// <summary>The open loans, furthest first.</summary>
    public static LoanView Everything { get; } = new(LoanFilter.None);

    /// <summary>Reads a view out of the parts of an address.</summary>
    public static LoanView Parse(IEnumerable<string>? filter, string? sort, string? columns, string? lanes)
    {
        var isDescending = sort?.StartsWith('-') is true;
        var view = new LoanView(LoanFilter.Parse(filter), Columns: string.IsNullOrEmpty(columns) ? null : [.. columns.Split(',').Take(30)], HasLanes: lanes == ByOfficer);
        var word = sort?.TrimStart('-') ?? "";
        return word.Length > 0 && !char.IsAsciiDigit(word[0]) && Enum.TryParse<LoanSort>(word, ignoreCase: true, out var by) && Enum.IsDefined(by)
            ? view with { Sort = by, Descending = isDescending } : view;
    }

    /// <summary>Reads a view that was kept as text.</summary>
    public static LoanView Parse(string query)
    {
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return Parse(pairs["f"], pairs["sort"].FirstOrDefault(), pairs["cols"].FirstOrDefault(), pairs["lanes"].FirstOrDefault());
    }

    /// <summary>The view as a query string without the question mark; empty for <see cref="Everything"/>.</summary>
    public string ToQuery()
    {
        var parts = Filter.ToTexts().Select(text => $"f={Readable(text)}").ToList();
        if (Sort != Everything.Sort || Descending != Everything.Descending) parts.Add($"sort={(Descending ? "-" : null)}{Sort.ToString().ToLowerInvariant()}");
        if (Columns is { Count: > 0 }) parts.Add($"cols={Readable(string.Join(',', Columns))}");
        if (HasLanes) parts.Add($"lanes={ByOfficer}");
        return string.Join('&', parts);
    }

    /// <summary>The same view as far as who sees no amounts may have it.</summary>
    public LoanView WithoutAmounts() => this with
    {
        Filter = Filter.Without(condition => condition.Field == LoanField.Amount),
        Sort = Sort == LoanSort.Amount ? Everything.Sort : Sort,
    };

    private static string Readable(string text) => Uri.EscapeDataString(text).Replace("%2C", ",", StringComparison.Ordinal).Replace("%7C", "|", StringComparison.Ordinal);
}
