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

    /// <summary>The cards of the board: where each stands, and whether its amount is known.</summary>
    public IReadOnlyList<(string Card, string Column, bool HasAmount)> Cards()
    {
        var (cards, column) = (new List<(string, string, bool)>(), "");
        foreach (Match found in CardOrColumn().Matches(Html))
        {
            if (found.Groups[1].Success) column = found.Groups[1].Value;
            else cards.Add((found.Groups[2].Value, column, found.Groups[3].Success));
        }
        return cards;
    }

    /// <summary>The columns of the board, in order.</summary>
    public IReadOnlyList<string> Columns() => [.. CardOrColumn().Matches(Html).Where(found => found.Groups[1].Success).Select(found => found.Groups[1].Value)];

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex PersistedState();

    [GeneratedRegex("data-col=\"([^\"]+)\"|data-card=\"([^\"]+)\" data-name=\"[^\"]*\"( data-amount)?")]
    private static partial Regex CardOrColumn();
}
