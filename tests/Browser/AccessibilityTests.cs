using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;

namespace CrmStudio.Browser;

public sealed class AccessibilityTests(CrmBrowser browser)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Axe_finds_nothing_serious_on_any_page(bool isDark, bool isPhone)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var dana = await organization.MemberAsync(BuiltInRole.Admin, "Dana", "Holloway");
        var loan = await organization.LoanAsync(Milestone.Processing, dana);
        await organization.LoanAsync(Milestone.Lead, dana, "Noel Farrow");
        await using var context = await browser.SignedInAsync(dana, new Viewing(isDark, isPhone));

        foreach (var (name, path) in new[] { ("board", "/loans"), ("loan", $"/loans/{loan}"), ("new-loan", "/loans/new"), ("import", "/loans/import"), ("stages", "/settings/pipeline") })
        {
            var page = await context.OpenAsync(path);
            await page.AssertAccessibleAsync();
            await page.KeepPictureAsync($"{name}-{(isPhone ? "390" : isDark ? "dark" : "light")}");
            await page.CloseAsync();
        }
    }
}
