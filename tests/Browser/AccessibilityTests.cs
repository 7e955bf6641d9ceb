using CrmStudio.Browser.Harness;
using CrmStudio.Infrastructure.Platform.Seeding;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser;

/// <summary>Every page of the demo, gone through by its links as people do, looked at by axe and kept as a picture.</summary>
public sealed class AccessibilityTests(CrmBrowser browser)
{
    private const string Contrast = "color-contrast";

    [Theory]
    [InlineData("owner@example.com", false, false)]
    [InlineData("owner@example.com", true, false)]
    [InlineData("owner@example.com", false, true)]
    [InlineData("assistant@example.com", false, false)]
    public async Task No_page_stops_and_axe_finds_nothing_serious(string email, bool isDark, bool isPhone)
    {
        var person = DemoSignIn.All.First(one => one.Email == email);
        await using var context = await browser.SignedInAsync(new TestMember(person.OrgId, person.MemberId, Guid.Empty, person.Name), new Viewing(isDark, isPhone));
        var look = $"{person.Name.Split(' ')[0].ToLowerInvariant()}-{(isPhone ? "390" : isDark ? "dark" : "light")}";
        var page = await context.OpenAsync("/loans/grid?sort=-stage");
        await page.Locator("tbody tr a[href^='/loans/']").First.WaitForAsync();
        var rows = await HrefsAsync(page, "tbody tr a[href^='/loans/']");

        // A loan that has funded, and one on its way: each side is reached by its link, in one circuit.
        var loans = new[] { ("open", rows[^1]), ("funded", rows[12]) };
        foreach (var (name, loan) in isDark || isPhone ? loans[..1] : loans)
        {
            await page.GotoAsync(loan.Split('?')[0]);
            await page.UntilLiveAsync();
            foreach (var side in await HrefsAsync(page, "nav.rec-tabs a"))
            {
                await page.Locator($"nav.rec-tabs a[href='{side}']").ClickAsync();
                await page.Locator($"nav.rec-tabs a[href='{side}'][aria-current=page]").WaitForAsync();
                await JudgeAsync(page, isDark, $"loan-{name}-{(side.Contains("tab=", StringComparison.Ordinal) ? side.Split("tab=")[1] : "overview")}-{look}");
            }
        }

        foreach (var path in new[] { "/loans", "/loans?lanes=officer", "/loans/grid", "/loans/dates", "/loans/changes", "/loans/papers", "/loans/new", "/loans/import", "/loans/overrides", "/loans/past", "/contacts", "/contacts/new", "/companies", "/companies/new" })
        {
            await page.GotoAsync(path);
            await page.UntilLiveAsync();
            await JudgeAsync(page, isDark, $"{path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-')}-{look}");
        }

        await page.GotoAsync("/settings");
        await page.UntilLiveAsync();
        await JudgeAsync(page, isDark, $"settings-{look}");
        foreach (var place in await HrefsAsync(page, ".settings a"))
        {
            await page.GotoAsync(place);
            await page.UntilLiveAsync();
            await JudgeAsync(page, isDark, $"{place.Trim('/').Replace('/', '-')}-{look}");
        }
    }

    private static async Task JudgeAsync(IPage page, bool isDark, string name)
    {
        await Assertions.Expect(page.Locator("main .loading")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("a fault on our side").And(page.Locator(":visible"))).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync(isDark ? Contrast : null);   // a theme changes colours and nothing else
        await page.KeepPictureAsync(name);
    }

    private static async Task<IReadOnlyList<string>> HrefsAsync(IPage page, string links) =>
        await page.Locator(links).EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
}
