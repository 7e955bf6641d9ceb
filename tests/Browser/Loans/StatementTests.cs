using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using CrmStudio.Testing.Postgres;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

/// <summary>What looking at loans and changing one asks of the database: counted on the wire, between an app of its own and PostgreSQL.</summary>
public sealed class StatementTests(CrmBrowser browser)
{
    /// <summary>Round trips of a first view, sign-in, page and circuit together.</summary>
    private const int PerView = 6;

    /// <summary>Round trips of a change, as long as its save and what the page draws after it.</summary>
    private const int PerChange = 2;

    private static readonly TimeSpan settles = TimeSpan.FromSeconds(1.5);   // nothing tells that a page asks no more

    [Fact]
    public async Task A_view_and_a_change_of_the_board_and_of_the_grid_stay_within_their_statements()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));
        await organization.LoanAsync(Milestone.Lead, ana, amount: 409_600m);
        await organization.LoanAsync(Milestone.Lead, marc, amount: 409_600m);
        await using var tap = new StatementTap(browser.Crm.Strings.App);
        await using var app = await browser.AnotherAppAsync(tap.ConnectionString);

        // Somebody else looks first: what a process reads once, and an organization once for all its people, is no part of a view.
        var sam = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Sam", "Okafor");
        await using (var his = await browser.SignedInAsync(sam, at: app))
            foreach (var path in new[] { "/loans", "/loans/grid" }) Assert.True((await his.APIRequest.GetAsync(path)).Ok);

        var board = await ViewAsync(app, tap, ana, "/loans");
        await SettleAsync();
        tap.Take();
        await board.Card("Marisol Whitlock").Locator("a.card-name").FocusAsync();
        await board.Keyboard.PressAsync("2");
        await Assertions.Expect(board.Column("Contacted").Locator("li.card")).ToHaveCountAsync(1);
        await Assertions.Expect(board.GetByText("Moved Marisol Whitlock to Contacted")).ToBeVisibleAsync();
        await SettleAsync();
        AssertAtMost(PerChange, tap, "A move on the board");
        await board.GotoAsync("about:blank");   // what her page asks when others save is not theirs

        var grid = await ViewAsync(app, tap, marc, "/loans/grid");
        await SettleAsync();
        tap.Take();
        var amount = grid.Row("Marisol Whitlock").Locator("[data-col=amount]");
        await amount.DblClickAsync();
        await grid.Keyboard.PressAsync("Control+A");
        await grid.Keyboard.TypeAsync("450000");
        await grid.Keyboard.PressAsync("Enter");
        await Assertions.Expect(amount).ToHaveTextAsync("$450,000");
        await Assertions.Expect(grid.GetByText("Changed the amount of Marisol Whitlock")).ToBeVisibleAsync();
        await Assertions.Expect(grid.Locator("tfoot")).ToContainTextAsync("$450 k");
        await SettleAsync();
        AssertAtMost(PerChange, tap, "An edit in the grid");
    }

    // Another page first: who a member is, is known from then on.
    private async Task<IPage> ViewAsync(AppProcess app, StatementTap tap, TestMember member, string path)
    {
        var context = await browser.SignedInAsync(member, at: app);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account");
        await SettleAsync();
        tap.Take();
        await page.GotoAsync(path);
        await page.UntilLiveAsync();
        await SettleAsync();
        AssertAtMost(PerView, tap, $"A view of {path}");
        return page;
    }

    private static Task SettleAsync() => Task.Delay(settles, TestContext.Current.CancellationToken);

    private static void AssertAtMost(int most, StatementTap tap, string what)
    {
        var (statements, commands, _) = tap.Take();
        Assert.True(commands <= most, $"{what} took {commands} round trips, not {most}:\n{string.Join('\n', statements)}");
    }
}
