using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class GridTests(CrmBrowser browser)
{
    [Fact]
    public async Task An_assistant_finds_no_dollar_in_the_grid_nor_in_its_bytes()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        var loan = await organization.LoanAsync(Milestone.Processing, ana, amount: 987_654m);
        await using var context = await browser.SignedInAsync(ben);

        foreach (var path in new[] { "/loans/grid", $"/loans/grid?sort=-amount&f=amount.min.900000&cols=borrower,amount,ltv,stage&peek={loan}" })
        {
            var page = await context.OpenAsync(path);
            await Assertions.Expect(page.Row("Marisol Whitlock")).ToBeVisibleAsync();
            if (path.Contains("peek", StringComparison.Ordinal)) await Assertions.Expect(page.Locator(".peek")).ToContainTextAsync("Processing");
            var bytes = await page.ContentAsync();
            Assert.DoesNotContain("$", await page.Locator("#main").InnerTextAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("987654", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("987,654", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("LTV", bytes, StringComparison.Ordinal);
        }
        Assert.NotEqual(200, (await context.APIRequest.GetAsync("/loans/grid.csv")).Status);
    }

    [Fact]
    public async Task A_row_is_found_peeked_followed_and_opened_by_keys_alone()
    {
        var (page, _, _) = await GridAsync("Ada", "Bob", "Cid");

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Row("Ada").Locator("a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync(" ");
        await Assertions.Expect(page.Locator(".peek h2")).ToHaveTextAsync("Ada");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".peek h2")).ToHaveTextAsync("Bob");
        Assert.Contains("peek=", page.Url, StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".peek")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Row("Bob").Locator("a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bob", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Amounts_are_changed_in_the_cell_and_Tab_goes_on()
    {
        var (page, _, _) = await GridAsync("Ada", "Bob");
        await page.Row("Ada").Locator("a").First.FocusAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("e");
        await page.Locator(".dt-ed input").FillAsync("lots");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".dt-no")).ToHaveTextAsync("Write an amount in dollars, like 412,000 or 412k.");

        await page.Locator(".dt-ed input").FillAsync("450k");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Row("Ada").Locator("[data-col=amount]")).ToHaveTextAsync("$450,000");
        await Assertions.Expect(page.Locator(".dt-ed select")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Row("Ada").Locator("[data-col=amount]")).ToHaveTextAsync("$409,600");
    }

    [Fact]
    public async Task Two_members_change_one_amount_and_a_dialog_shows_both_values()
    {
        var (page, organization, loans) = await GridAsync("Ada");
        await page.Row("Ada").Locator("[data-col=amount]").DblClickAsync();
        await page.Locator(".dt-ed input").FillAsync("450,000");
        await organization.SaveAsync(unit =>
        {
            var loan = unit.Db.Loans.Single(one => one.Id == loans[0]);
            loan.SetTerms(loan.Terms() with { Amount = 500_000m });
        });

        await page.Keyboard.PressAsync("Enter");
        var dialog = page.Locator("dialog[open]");
        await Assertions.Expect(dialog).ToContainTextAsync("$450,000");
        await Assertions.Expect(dialog).ToContainTextAsync("$500,000");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Keep theirs" }).ClickAsync();
        await Assertions.Expect(page.Row("Ada").Locator("[data-col=amount]")).ToHaveTextAsync("$500,000");
    }

    [Fact]
    public async Task A_range_is_selected_given_to_somebody_and_taken_back_by_keys()
    {
        var (page, _, _) = await GridAsync("Ada", "Bob", "Cid", "Dora");
        await page.Row("Ada").Locator("a").First.FocusAsync();

        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Shift+X");
        await Assertions.Expect(page.Locator(".bulk [role=status]")).ToHaveTextAsync("3 selected");

        await page.Locator(".bulk").GetByRole(AriaRole.Button, new() { Name = "All 4 matching" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr[aria-selected=true]")).ToHaveCountAsync(4);
        await page.Locator(".bulk").GetByRole(AriaRole.Button, new() { Name = "Processor" }).ClickAsync();
        await page.Locator("dialog[open] select").SelectOptionAsync(new SelectOptionValue { Label = "Ana Reyes" });
        await Assertions.Expect(page.Locator("dialog[open]")).ToContainTextAsync("4 will change");
        await page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Changed 4 loans: processed by Ana Reyes")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.GetByText("Undone: Changed 4 loans")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_filter_is_an_address_that_board_and_grid_share()
    {
        var (page, _, _) = await GridAsync("Ada", "Bob");

        await page.Keyboard.PressAsync("f");
        await page.GetByLabel("Show where").SelectOptionAsync("Name or number");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name or number" }).FillAsync("ad");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        Assert.Contains("f=text.has.ad", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("li.card")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".chip").First).ToContainTextAsync("ad");
        await page.GetByRole(AriaRole.Link, new() { Name = "Grid", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove filter Name or number" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Rows_come_as_the_end_comes_into_sight_and_the_page_keeps_two_hundred()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var stage = await organization.StageAsync(Milestone.Processing);
        await organization.SaveAsync(unit =>
        {
            var processing = unit.Db.PipelineStages.Single(one => one.Id == stage);
            for (var made = 0; made < 320; made++) unit.Db.Loans.Add(Domain.Loans.Loan.Open($"S-{made:000}", $"Borrower {made:000}", processing, ana.Id, Guid.Empty, unit.At));
        });
        var context = await browser.SignedInAsync(ana);
        var page = await context.OpenAsync("/loans/grid?sort=borrower");

        await Assertions.Expect(page.Row("Borrower 000")).ToBeVisibleAsync();
        await page.Row("Borrower 000").Locator("a").First.FocusAsync();
        for (var press = 0; press < 3; press++) await page.Keyboard.PressAsync("PageDown");
        await page.Row("Borrower 070").WaitForAsync();
        await page.WaitForFunctionAsync("() => { const frame = document.querySelector('.dt-wrap'); frame.scrollTop = frame.scrollHeight; return [...document.querySelectorAll('tbody a')].some(a => a.textContent === 'Borrower 319'); }");
        Assert.InRange(await page.Locator("tbody tr").CountAsync(), 60, 200);

        await page.WaitForFunctionAsync("() => { document.querySelector('.dt-wrap').scrollTop = 0; return [...document.querySelectorAll('tbody a')].some(a => a.textContent === 'Borrower 000'); }");
        await page.Row("Borrower 000").WaitForAsync();
        Assert.InRange(await page.Locator("tbody tr").CountAsync(), 60, 200);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_grid_is_accessible_and_pictured(bool dark, bool phone)
    {
        var (page, _, loans) = await GridAsync(new Viewing(dark, phone), "Wade Mercer", "Leona Birch", "Owen Alder", "Marisol Whitlock", "Grant Vogel", "Nadia Petrov");
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"loans-grid{(dark ? "-dark" : null)}{(phone ? "-phone" : null)}");
        if (phone) return;

        await page.GotoAsync($"/loans/grid?sort=-stage&peek={loans[3]}");
        await page.UntilGridAnswersAsync();
        await page.Locator("tbody .check").Nth(1).ClickAsync();
        await page.Locator("tbody .check").Nth(2).ClickAsync();
        await Assertions.Expect(page.Locator(".bulk")).ToContainTextAsync("2 selected");
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"loans-grid-peek{(dark ? "-dark" : null)}");
    }

    private Task<(IPage, TestOrganization, IReadOnlyList<Guid>)> GridAsync(params IReadOnlyList<string> borrowers) => GridAsync(new Viewing(), borrowers);

    private async Task<(IPage, TestOrganization, IReadOnlyList<Guid>)> GridAsync(Viewing viewing, params IReadOnlyList<string> borrowers)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var today = new DateOnly(2026, 11, 20);
        List<Guid> loans = [];
        foreach (var borrower in borrowers)
            loans.Add(await organization.LoanAsync((Milestone)(3 + loans.Count % 7), ana, borrower, with: loan =>
            {
                if (loans.Count % 3 < 2) loan.Lock(today, today.AddDays(10 + loans.Count));
                loan.CloseOn(today.AddDays(14 + loans.Count));
            }));
        var context = await browser.SignedInAsync(ana, viewing);
        var page = await context.OpenAsync("/loans/grid?sort=borrower");
        await page.UntilGridAnswersAsync();
        return (page, organization, loans);
    }
}
