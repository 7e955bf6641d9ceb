using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Shell;

public sealed class UndoPanelTests(CrmBrowser browser)
{
    [Fact]
    public async Task The_keyboard_goes_back_change_by_change_without_a_toast()
    {
        var (page, _, _) = await StartAsync();
        await page.Card("Marisol Whitlock").Locator("a.card-name").FocusAsync();
        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(page.GetByText("Moved Marisol Whitlock to Contacted")).ToBeVisibleAsync();
        await Assertions.Expect(page.Column("Contacted").Locator("li.card[data-card] a.card-name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("3");
        await Assertions.Expect(page.GetByText("Moved Marisol Whitlock to Pre-qualified")).ToBeVisibleAsync();
        await page.ReloadAsync();   // no toast stands any more
        await page.UntilLiveAsync();

        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Column("Contacted").Locator("li.card")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Column("New lead").Locator("li.card")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.GetByText("There is nothing of yours to undo.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_panel_lists_what_was_done_and_why_something_stays(bool isDark, bool isPhone)
    {
        var (page, organization, loan) = await StartAsync(new Viewing(isDark, isPhone));
        await page.GotoAsync($"/loans/{loan}");
        await page.UntilLiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move to Contacted" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move to Pre-qualified" })).ToBeVisibleAsync();
        await page.GetByLabel("Note or call").FillAsync("Called about the appraisal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the note" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Wrote a note on Marisol Whitlock")).ToBeVisibleAsync();
        await organization.SaveAsync(unit =>
        {
            var changed = unit.Db.Loans.Single(one => one.Id == loan);
            changed.SetTerms(changed.Terms() with { Amount = 500_000m });
        });

        if (isPhone) await page.GetByRole(AriaRole.Button, new() { Name = "Your last changes" }).Last.ClickAsync();
        else
        {
            await page.Locator("h1").FocusAsync();
            await page.Keyboard.PressAsync("Shift+Z");
        }
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Your last changes" });
        await Assertions.Expect(panel.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Assertions.Expect(panel).ToContainTextAsync("Marisol Whitlock (T-0001) was changed since, so this cannot be undone.");
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Undo: Wrote a note on Marisol Whitlock" })).ToBeFocusedAsync();
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"changes-{(isPhone ? "390" : isDark ? "dark" : "light")}");

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(panel).ToContainTextAsync("Undone: Wrote a note on Marisol Whitlock");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).Not.ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".tl")).Not.ToContainTextAsync("appraisal");
    }

    private async Task<(IPage, TestOrganization, Guid Loan)> StartAsync(Viewing? viewing = null)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(Milestone.Lead, ana);
        var context = await browser.SignedInAsync(ana, viewing);
        return (await context.OpenAsync("/loans"), organization, loan);
    }
}
