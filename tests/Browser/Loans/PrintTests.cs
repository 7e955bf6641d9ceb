using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class PrintTests(CrmBrowser browser)
{
    [Fact]
    public async Task On_paper_the_board_is_a_list_by_stage_with_counts_and_sums_and_nothing_to_press()
    {
        var page = await OpenAsync("/loans?f=stage.not.00000000-0000-0000-0000-000000000000", BuiltInRole.Admin);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.Locator(".print-head")).ToContainTextAsync("Test Lending");
        await Assertions.Expect(page.Locator(".print-head")).ToContainTextAsync("2 loans");
        await Assertions.Expect(page.Column("Processing").Locator(".col-head")).ToContainTextAsync("$819 k");
        await Assertions.Expect(page.Column("New lead")).ToBeHiddenAsync();
        foreach (var gone in new[] { ".side", ".top-bar", ".card-more", ".card-check", ".goal", ".fab" }) await Assertions.Expect(page.Locator(gone).First).ToBeHiddenAsync();
        var (ada, bob) = ((await page.Card("Ada").BoundingBoxAsync())!, (await page.Card("Bob").BoundingBoxAsync())!);
        Assert.True(bob.Y >= ada.Y + ada.Height - 1, "Loans stand below one another on paper.");
        Assert.InRange(ada.Height, 10, 40);
    }

    [Fact]
    public async Task The_grid_shows_every_row_it_can_hold_before_it_prints()
    {
        var page = await OpenAsync("/loans/grid", BuiltInRole.Admin, loans: 60);
        await page.EvaluateAsync("() => { window.printed = 0; window.print = () => window.printed = document.querySelectorAll('.dt tbody tr').length; }");

        await page.GetByRole(AriaRole.Button, new() { Name = "Print" }).ClickAsync();

        await page.WaitForFunctionAsync("() => window.printed === 62");
    }

    [Fact]
    public async Task The_palette_prints_and_who_sees_no_amounts_prints_none()
    {
        var page = await OpenAsync("/loans", BuiltInRole.Assistant);
        await page.EvaluateAsync("() => { window.printed = ''; window.print = () => window.printed = document.body.innerHTML; }");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("print");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForFunctionAsync("() => window.printed.length > 0");
        Assert.DoesNotContain("$", await page.EvaluateAsync<string>("() => window.printed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_the_calendar_names_its_month_and_shows_every_entry_of_every_day()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        foreach (var borrower in Enumerable.Range(0, 9)) await organization.LoanAsync(Milestone.Processing, ana, $"Borrower {borrower}", with: loan => loan.CloseOn(new DateOnly(2026, 11, 18)));
        var page = await (await browser.SignedInAsync(ana)).OpenAsync("/loans/dates?day=2026-11-18");
        await Assertions.Expect(page.GetByText("Borrower 8").And(page.Locator(":visible"))).ToHaveCountAsync(0);

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.Locator(".print-head")).ToContainTextAsync("November 2026 · Test Lending");
        foreach (var borrower in Enumerable.Range(0, 9)) await Assertions.Expect(page.Locator(".cal").GetByText($"Borrower {borrower}")).ToBeVisibleAsync();
        foreach (var gone in new[] { ".side", ".top-bar", ".rest" }) await Assertions.Expect(page.Locator(gone).First).ToBeHiddenAsync();
        await page.KeepPictureAsync("calendar-print");
    }

    private async Task<IPage> OpenAsync(string path, BuiltInRole role, int loans = 0)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var reader = await organization.MemberAsync(role, "Sam", "Whitaker", branch);
        foreach (var name in new[] { "Ada", "Bob" }.Concat(Enumerable.Range(0, loans).Select(i => $"Borrower {i:00}"))) await organization.LoanAsync(Milestone.Processing, ana, name);
        return await (await browser.SignedInAsync(reader)).OpenAsync(path);
    }
}
