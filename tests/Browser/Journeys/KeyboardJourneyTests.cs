using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Seeding;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Journeys;

/// <summary>An officer's morning with the keyboard alone: nothing here clicks, and nothing is given the focus but by keys.</summary>
public sealed class KeyboardJourneyTests(CrmBrowser browser)
{
    [Fact]
    public async Task Keys_alone_lead_from_signing_in_over_the_board_to_the_record()
    {
        var (page, keys) = await SignInAsync();

        // Board: to a card, across columns, a move, its undo.
        await keys.PressAsync("j");
        Assert.StartsWith("Ada Lopez", await page.NameOfFocusAsync(), StringComparison.Ordinal);
        await keys.PressAsync("ArrowRight");
        Assert.StartsWith("Cid Moreau", await page.NameOfFocusAsync(), StringComparison.Ordinal);
        await keys.PressAsync("ArrowLeft");
        await keys.PressAsync("j");
        Assert.StartsWith("Bob Ostrow", await page.NameOfFocusAsync(), StringComparison.Ordinal);
        await keys.PressAsync("3");
        await Assertions.Expect(page.Column("Pre-qualified").Locator("li.card")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Card("Bob Ostrow")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Card("Bob Ostrow").Locator("a.card-name")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("Moved Bob Ostrow to Pre-qualified")).ToBeVisibleAsync();
        await keys.PressAsync("Control+z");
        await Assertions.Expect(page.Column("New lead").Locator("li.card")).ToHaveCountAsync(2);

        // The menu beside the drag, then the record.
        await page.Card("Bob Ostrow").Locator("a.card-name").WaitForAsync();
        await page.KeyboardToCardAsync("Bob Ostrow");
        await keys.PressAsync("m");
        await Assertions.Expect(page.GetByRole(AriaRole.Menu, new() { Name = "Move to" })).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Menu, new() { Name = "Move to" })).ToBeHiddenAsync();
        await page.KeyboardToCardAsync("Bob Ostrow");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bob Ostrow", Level = 1 })).ToBeVisibleAsync();

        // Record: edit, save, undo.
        await keys.PressAsync("e");
        await page.TabToAsync("Amount");
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("455000");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".rec-line")).ToContainTextAsync("$455,000");
        await keys.PressAsync("Control+z");
        await Assertions.Expect(page.Locator(".rec-line")).ToContainTextAsync("$409,600");

        // A side of the record, and back by the palette.
        await page.TabToAsync("Clocks");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**tab=clocks");
        await keys.PressAsync("Control+k");
        await keys.TypeAsync("cid");
        await Assertions.Expect(page.Locator("#palette [role=option]").First).ToContainTextAsync("Cid Moreau");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cid Moreau", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_alone_edit_in_the_grid_filter_save_a_view_and_peek()
    {
        var (page, keys) = await SignInAsync();
        await page.TabToAsync("Grid");
        await keys.PressAsync("Enter");
        await page.UntilGridAnswersAsync();

        // A cell in place, and back.
        await keys.PressAsync("j");
        await keys.PressAsync("ArrowRight");
        var name = await page.EvaluateAsync<string>("() => document.activeElement.closest('tr').querySelector('a').textContent");
        var amount = page.Row(name).Locator("[data-col=amount]");
        await keys.PressAsync("e");
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("450000");
        await keys.PressAsync("Enter");
        await Assertions.Expect(amount).ToHaveTextAsync("$450,000");
        await Assertions.Expect(amount).ToBeFocusedAsync();
        await keys.PressAsync("Control+z");
        await Assertions.Expect(amount).ToHaveTextAsync("$409,600");

        // A filter, kept as a view of one's own.
        await keys.PressAsync("f");
        await Assertions.Expect(page.GetByLabel("Show where")).ToBeFocusedAsync();
        await keys.TypeAsync("Name or");
        await page.TabToAsync("Name or number");
        await keys.TypeAsync("cid");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.TabToAsync("Save, rename or delete views", isBack: true);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Save as a new view…" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await keys.TypeAsync("Just Cid");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Just Cid") })).ToBeVisibleAsync();

        // A peek that goes as it came, and the record.
        await page.TabToAsync("$409,600");   // the cell one was in last is the grid's one tab stop
        await keys.PressAsync("ArrowLeft");
        Assert.StartsWith("Cid Moreau", await page.NameOfFocusAsync(), StringComparison.Ordinal);
        await keys.PressAsync(" ");
        await Assertions.Expect(page.Locator(".peek h2")).ToHaveTextAsync("Cid Moreau");
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".peek")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Row("Cid Moreau").Locator("a").First).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cid Moreau", Level = 1 })).ToBeVisibleAsync();
    }

    private async Task<(IPage Page, IKeyboard Keys)> SignInAsync()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.LoanAsync(Milestone.Lead, ana, "Ada Lopez");
        await organization.LoanAsync(Milestone.Lead, ana, "Bob Ostrow");
        await organization.LoanAsync(Milestone.Contacted, ana, "Cid Moreau");
        var email = await browser.WithPasswordAsync(ana);

        var page = await (await browser.AnonymousAsync()).NewPageAsync();
        await page.GotoAsync("/loans");
        if (await page.NameOfFocusAsync() != "E-mail") await page.TabToAsync("E-mail");
        await page.Keyboard.TypeAsync(email);
        await page.TabToAsync("Password");
        await page.Keyboard.TypeAsync(DemoOrganizations.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/loans");
        await page.UntilBoardAsync();
        return (page, page.Keyboard);
    }
}
