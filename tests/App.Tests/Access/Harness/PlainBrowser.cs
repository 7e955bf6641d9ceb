using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CrmStudio.App.Tests.Access.Harness;

/// <summary>What a person with a browser can do on static pages: open an address, fill a form in.</summary>
internal sealed class PlainBrowser : IDisposable
{
    private readonly HttpClient http;

    public PlainBrowser(Uri url)
    {
        Url = url;
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = url };
    }

    public Uri Url { get; }

    public CookieContainer Cookies { get; } = new();

    public string? Session
    {
        get => Cookies.GetCookies(Url)["crm-session"]?.Value;
        set => Cookies.Add(Url, new Cookie("crm-session", value, "/"));
    }

    public Task<HttpResponseMessage> GetAsync(string url) => http.GetAsync(url);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>Opens a page and sends one of its forms.</summary>
    public async Task<Answer> SubmitAsync(string url, string form, params (string Name, string? Value)[] fields)
    {
        var page = await ReadAsync(await GetAsync(url));
        var hidden = page.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .Single(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form)
            .QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields) hidden[name] = value ?? "";
        return await Answer.OfAsync(await http.PostAsync(url, new FormUrlEncodedContent(hidden)));
    }

    public async Task<Answer> OpenAsync(string url) => await Answer.OfAsync(await GetAsync(url));

    public Task<Answer> SignInAsync(string email, string password, string url = "/sign-in") => SubmitAsync(url, "sign-in", ("Form.Email", email), ("Form.Password", password));

    public void Dispose() => http.Dispose();

    internal static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) => new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
}
