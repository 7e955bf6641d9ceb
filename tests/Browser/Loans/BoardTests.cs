using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class BoardTests(CrmBrowser browser)
{
    [Fact]
    public async Task An_assistant_finds_no_dollar_on_the_board_nor_on_the_record()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        var loan = await organization.LoanAsync(Milestone.Processing, ana, amount: 987_654m);
        await using var context = await browser.SignedInAsync(ben);

        foreach (var path in new[] { "/loans", $"/loans/{loan}" })
        {
            var page = await context.OpenAsync(path);
            await Assertions.Expect(page.GetByText("Marisol Whitlock").First).ToBeVisibleAsync();
            var bytes = await page.ContentAsync();
            Assert.DoesNotContain("$", await page.Locator("#main").InnerTextAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("987,654", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("987654", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("data-amount", bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_loan_moves_with_a_drag_and_comes_back_with_undo()
    {
        var (page, _) = await BoardWithOneLoanAsync(Milestone.Lead);

        await page.Card("Marisol Whitlock").DragToAsync(page.Column("Contacted"));

        await Assertions.Expect(page.Column("Contacted").Locator("li.card")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByText("Moved Marisol Whitlock to Contacted")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Column("New lead").Locator("li.card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_loan_moves_with_a_key()
    {
        var (page, _) = await BoardWithOneLoanAsync(Milestone.Lead);

        await page.Card("Marisol Whitlock").Locator("a.card-name").FocusAsync();
        await page.Keyboard.PressAsync("3");

        await Assertions.Expect(page.Column("Pre-qualified").Locator("li.card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_stage_that_asks_for_a_lock_sends_the_card_back_and_says_why()
    {
        var (page, _) = await BoardWithOneLoanAsync(Milestone.ConditionalApproval);

        await page.Card("Marisol Whitlock").Locator("a.card-name").FocusAsync();
        await page.Keyboard.PressAsync("9");

        await Assertions.Expect(page.GetByText("Clear to close needs a rate lock first.").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Column("Conditional approval").Locator("li.card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Going_back_asks_for_the_reason_and_the_record_keeps_it()
    {
        var (page, loan) = await BoardWithOneLoanAsync(Milestone.Processing);

        await page.Card("Marisol Whitlock").Locator("a.card-name").FocusAsync();
        await page.Keyboard.PressAsync("5");
        await page.GetByLabel("Reason").FillAsync("Income documents were of the wrong year");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move back" }).ClickAsync();

        await Assertions.Expect(page.Column("Application").Locator("li.card")).ToHaveCountAsync(1);
        await page.GotoAsync($"/loans/{loan}");
        await Assertions.Expect(page.GetByText("Income documents were of the wrong year")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_colleague_sees_the_move_without_a_reload()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        await organization.LoanAsync(Milestone.Lead, ana);
        await using var hers = await browser.SignedInAsync(ana);
        await using var his = await browser.SignedInAsync(sam);
        var (mover, watcher) = (await hers.OpenAsync("/loans"), await his.OpenAsync("/loans"));

        await mover.UntilBoardAsync();
        await mover.Card("Marisol Whitlock").Locator("a.card-name").FocusAsync();
        await mover.Keyboard.PressAsync("2");

        await Assertions.Expect(watcher.Column("Contacted").Locator("li.card")).ToHaveCountAsync(1);
    }

    private async Task<(IPage, Guid)> BoardWithOneLoanAsync(Milestone at)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(at, ana);
        await organization.LoanAsync(Milestone.Completion, ana, "Somebody Else");
        var context = await browser.SignedInAsync(ana);
        var page = await context.OpenAsync("/loans");
        await page.UntilBoardAsync();
        return (page, loan);
    }
}
