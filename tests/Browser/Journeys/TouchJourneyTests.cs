using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Journeys;

/// <summary>The same work with a thumb, on a phone of 390 px: everything is tapped.</summary>
public sealed class TouchJourneyTests(CrmBrowser browser)
{
    [Fact]
    public async Task A_thumb_moves_a_loan_takes_it_back_and_opens_a_new_one()
    {
        await using var context = await PhoneAsync();
        var page = await context.OpenAsync("/loans");
        await page.UntilBoardAsync();

        // One column at a time; the picker goes to the next.
        await page.GetByRole(AriaRole.Group, new() { Name = "Stage" }).GetByRole(AriaRole.Button, new() { NameRegex = new("^Contacted") }).TapAsync();
        await Assertions.Expect(page.Card("Cid Moreau")).ToBeVisibleAsync();
        await Assertions.Expect(page.Card("Ada Lopez")).ToBeHiddenAsync();

        // "Move to", and back.
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Cid Moreau to…" }).TapAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Pre-qualified" }).TapAsync();
        await Assertions.Expect(page.GetByText("Moved Cid Moreau to Pre-qualified")).ToBeVisibleAsync();
        await Assertions.Expect(page.Column("Pre-qualified").Locator("li.card")).ToHaveCountAsync(1);
        await page.KeepPictureAsync("journey-touch-moved-390");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).TapAsync();
        await Assertions.Expect(page.Column("Contacted").Locator("li.card")).ToHaveCountAsync(1);

        // The round button opens a loan.
        await page.GetByRole(AriaRole.Link, new() { Name = "New loan" }).And(page.Locator(".fab")).TapAsync();
        await FillAsync(page, "First name", "Dora");
        await FillAsync(page, "Last name", "Quill");
        await FillAsync(page, "Amount", "310000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the loan" }).TapAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dora Quill", Level = 1 })).ToBeVisibleAsync();
        await page.KeepPictureAsync("journey-touch-record-390");
    }

    [Fact]
    public async Task A_thumb_finds_a_row_in_the_list_edits_the_record_and_takes_it_back()
    {
        await using var context = await PhoneAsync();
        var page = await context.OpenAsync("/loans");
        await page.UntilBoardAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Grid", Exact = true }).TapAsync();
        await page.UntilGridAnswersAsync();

        // The grid is a list: a row is as wide as the phone, and tapping anywhere in it opens the loan.
        var row = page.Row("Bob Ostrow");
        var box = (await row.BoundingBoxAsync())!;
        Assert.InRange(box.Width, 380, 390);
        await page.Touchscreen.TapAsync(box.X + (box.Width / 2), box.Y + box.Height - 8);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bob Ostrow", Level = 1 })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).TapAsync();
        await FillAsync(page, "Amount", "455000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.TapAsync();
        await Assertions.Expect(page.Locator(".rec-line")).ToContainTextAsync("$455,000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).TapAsync();
        await Assertions.Expect(page.Locator(".rec-line")).ToContainTextAsync("$409,600");

        // The next stage, another side, and home again.
        await page.GetByRole(AriaRole.Button, new() { Name = "Move to Contacted" }).TapAsync();
        await Assertions.Expect(page.Locator(".srail [aria-current=step]")).ToHaveAttributeAsync("title", "Contacted");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Loan" }).GetByRole(AriaRole.Link, new() { Name = "Clocks" }).TapAsync();
        await page.WaitForURLAsync("**tab=clocks");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main, phone" }).GetByRole(AriaRole.Link, new() { Name = "Pipeline" }).TapAsync();
        await page.UntilBoardAsync();
    }

    private static async Task FillAsync(IPage page, string label, string value)
    {
        var field = page.GetByLabel(label, new() { Exact = true });
        await field.TapAsync();
        await field.FillAsync(value);
    }

    private async Task<IBrowserContext> PhoneAsync()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.LoanAsync(Milestone.Lead, ana, "Ada Lopez");
        await organization.LoanAsync(Milestone.Lead, ana, "Bob Ostrow");
        await organization.LoanAsync(Milestone.Contacted, ana, "Cid Moreau");
        return await browser.SignedInAsync(ana, new Viewing(IsPhone: true));
    }
}
