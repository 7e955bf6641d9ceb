using System.Net;
using System.Text.RegularExpressions;

namespace CrmStudio.Load.Circuits;

/// <summary>A page as the browser loaded it: what a circuit needs to start, and what stands on it.</summary>
public sealed partial record LoadedPage(string Html, IReadOnlyList<string> Markers, string State)
{
    public static async Task<LoadedPage> GetAsync(HttpClient http, Uri url, string? cookie, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var response = await http.SendAsync(request, ct);
        if (response.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{url} answered {(int)response.StatusCode}");
        var html = await response.Content.ReadAsStringAsync(ct);
        return new(html, [.. Marker().Matches(html).Select(match => match.Groups[1].Value).Where(marker => marker.Contains("\"type\""))], PersistedState().Match(html).Groups[1].Value);
    }

    /// <summary>The columns of the board, in order.</summary>
    public IReadOnlyList<string> Columns() => [.. Tags("li").Where(tag => tag.ContainsKey("data-col")).Select(tag => tag["data-col"])];

    /// <summary>The cards of the board: where each stands, and its amount.</summary>
    public IReadOnlyList<(string Card, string Column, string? Amount)> Cards()
    {
        var (cards, column) = (new List<(string, string, string?)>(), "");
        foreach (var tag in Tags("li"))
        {
            column = tag.GetValueOrDefault("data-col", column);
            if (tag.TryGetValue("data-card", out var card)) cards.Add((card, column, tag.GetValueOrDefault("data-amount")));
        }
        return cards;
    }

    /// <summary>The rows of the grid, each with the values its editors start from, by column.</summary>
    public IReadOnlyList<(string Row, IReadOnlyDictionary<string, string> Values)> Rows()
    {
        var rows = new List<(string, IReadOnlyDictionary<string, string>)>();
        var values = new Dictionary<string, string>();
        foreach (var tag in Tags("tr|td"))
        {
            if (tag.TryGetValue("data-row", out var row)) rows.Add((row, values = []));
            else if (tag.TryGetValue("data-col", out var column) && tag.TryGetValue("data-v", out var value)) values[column] = value;
        }
        return rows;
    }

    private IEnumerable<Dictionary<string, string>> Tags(string names) => Regex.Matches(Html, $"<(?:{names})(?=[ >])([^>]*)>")
        .Select(tag => Attribute().Matches(tag.Groups[1].Value).ToDictionary(found => found.Groups[1].Value, found => WebUtility.HtmlDecode(found.Groups[2].Value)));

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex PersistedState();

    [GeneratedRegex("([a-z-]+)(?:=\"([^\"]*)\")?")]
    private static partial Regex Attribute();
}
