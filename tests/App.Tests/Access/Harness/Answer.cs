using System.Net;
using AngleSharp.Html.Dom;

namespace CrmStudio.App.Tests.Access.Harness;

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, IHtmlDocument Page)
{
    /// <summary>The refusal shown, if any.</summary>
    public string? Alert => Page.QuerySelectorAll("p.help[role=alert]").FirstOrDefault(alert => !alert.HasAttribute("hidden"))?.TextContent.Trim();

    public string Heading => Page.QuerySelector("h1")?.TextContent ?? "";

    /// <summary>The page as a stranger compares it: without what is random in every page.</summary>
    public string Shape
    {
        get
        {
            foreach (var token in Page.QuerySelectorAll("input[name=__RequestVerificationToken]")) token.RemoveAttribute("value");
            foreach (var typed in Page.QuerySelectorAll("input[type=email]")) typed.RemoveAttribute("value");
            return Page.Body!.TextContent + Page.QuerySelectorAll("*").Length;
        }
    }

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new(response.StatusCode, PathOf(response), await PlainBrowser.ReadAsync(response));

    // On the same site the path says it all; an address elsewhere stays whole, so that a test sees it.
    private static string? PathOf(HttpResponseMessage response) =>
        response.Headers.Location is not { } to ? null
        : to.IsAbsoluteUri && to.Authority == response.RequestMessage!.RequestUri!.Authority ? to.PathAndQuery
        : to.OriginalString;
}
