using CrmStudio.Browser.Harness;
using CrmStudio.Infrastructure.Platform.Seeding;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Looks;

/// <summary>A page of the demo as somebody sees it: in light, in the dark and on a phone, without being loaded again, each judged by axe and kept as a picture.</summary>
internal sealed class Look : IAsyncDisposable
{
    private const string Contrast = "color-contrast";
    private readonly IBrowserContext context;
    private readonly ICDPSession device;
    private readonly string who;
    private readonly List<string> problems = [];

    private Look(IBrowserContext context, IPage page, ICDPSession device, string who) => (this.context, Page, this.device, this.who) = (context, page, device, who);

    public IPage Page { get; }

    /// <summary>As somebody of the demo.</summary>
    public static async Task<Look> AsAsync(CrmBrowser browser, string email)
    {
        var person = DemoSignIn.All.First(one => one.Email == email);
        return await OfAsync(await browser.SignedInAsync(new TestMember(person.OrgId, person.MemberId, Guid.Empty, person.Name)), person.Name.Split(' ')[0].ToLowerInvariant());
    }

    /// <summary>As somebody who has not signed in.</summary>
    public static async Task<Look> AsNobodyAsync(CrmBrowser browser) => await OfAsync(await browser.AnonymousAsync(), "nobody");

    /// <summary>Opens an address and waits until it shows what it has.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.UntilLiveAsync();
    }

    /// <summary>Looks at what is open in every light.</summary>
    public async Task JudgeAsync(string name)
    {
        await JudgeLightAsync(name);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await NoteAsync(() => Page.AssertAccessibleAsync(Contrast));   // a theme changes colours and nothing else
        await Page.KeepPictureAsync($"{name}-{who}-dark");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await TurnAsync(isPhone: true);
        await NoteAsync(() => Page.AssertAccessibleAsync());
        await NoteAsync(AssertNothingSticksOutAsync);
        await Page.KeepPictureAsync($"{name}-{who}-390");
        await TurnAsync(isPhone: false);
    }

    /// <summary>Looks at what is open in daylight alone.</summary>
    public async Task JudgeLightAsync(string name)
    {
        await Assertions.Expect(Page.Locator("main .loading")).ToHaveCountAsync(0);
        await NoteAsync(() => Assertions.Expect(Page.GetByText("a fault on our side").And(Page.Locator(":visible"))).ToHaveCountAsync(0));
        await NoteAsync(() => Page.AssertAccessibleAsync());
        await Page.KeepPictureAsync($"{name}-{who}-light");
    }

    /// <summary>The addresses of some links.</summary>
    public async Task<IReadOnlyList<string>> HrefsAsync(string links)
    {
        await Page.Locator(links).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return await Page.Locator(links).EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
    }

    /// <summary>Fails with all that was found: one look goes through every page.</summary>
    public void AssertWell() => Assert.True(problems.Count == 0, string.Join("\n\n", problems));

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>An address as part of a file's name.</summary>
    public static string NameOf(string path) => string.Join('-', path.Split('/', '?', '=', '&').Where(part => part.Length > 0));

    private static async Task<Look> OfAsync(IBrowserContext context, string who)
    {
        var page = await context.NewPageAsync();
        return new Look(context, page, await context.NewCDPSessionAsync(page), who);
    }

    // A page wider than the phone scrolls sideways under the thumb; what is meant to scroll says so itself.
    private async Task AssertNothingSticksOutAsync()
    {
        var wide = await Page.EvaluateAsync<string[]>("""
            () => [document.documentElement, document.querySelector('main') ?? document.body].filter(box => box.scrollWidth > box.clientWidth + 1)
                .flatMap(box => [...box.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility()).slice(0, 3))
                .map(one => one.outerHTML.slice(0, 120))
            """);
        Assert.True(wide.Length == 0, $"{Page.Url} is wider than a phone at {string.Join('\n', wide)}");
    }

    private async Task NoteAsync(Func<Task> judgeAsync)
    {
        try
        {
            await judgeAsync();
        }
        catch (Exception found) when (found is Xunit.Sdk.IAssertionException or PlaywrightException)
        {
            problems.Add(found.Message);
        }
    }

    private async Task TurnAsync(bool isPhone)
    {
        await device.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = isPhone });
        await Page.SetViewportSizeAsync(isPhone ? 390 : 1440, isPhone ? 844 : 900);
    }
}
