using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

/// <summary>
/// What a change sends over the socket, answer, drawing, sums, toast and the notice that comes back together: the byte budgets of P8, which are
/// the same on every machine. Time is measured by <c>scripts/bench</c> only.
/// </summary>
public sealed class TravelTests(CrmBrowser browser)
{
    private const int BytesPerCellEdit = 600, BytesPerCardMove = 4_096, CallsPerAct = 1;
    private const int BytesPerAmount = 1_400;   // the foot and the sums above follow it
    private static readonly string[] borrowers = ["Ada Lovelace", "Bo Derek", "Cy Young", "Di Prince", "Marisol Whitlock"];
    private static readonly TimeSpan settles = TimeSpan.FromSeconds(1.5);   // nothing tells that nothing more travels

    [Theory]
    [InlineData("closing", "2026-12-24", "Dec 24", BytesPerCellEdit)]
    [InlineData("amount", "450000", "$450,000", BytesPerAmount)]
    public async Task A_cell_that_is_changed_in_the_grid_stays_within_its_bytes(string cell, string typed, string shown, int most)
    {
        var (page, traffic) = await OpenAsync("/loans/grid");
        await page.UntilGridAnswersAsync();
        var changed = page.Row("Marisol Whitlock").Locator($"[data-col={cell}]");
        await changed.DblClickAsync();
        await page.Locator(".dt-ed .input").FillAsync(typed);
        await SettledAsync(traffic);

        await page.Locator(".dt-ed .input").PressAsync("Enter");

        await Assertions.Expect(page.GetByText($"Changed the {cell} of Marisol Whitlock")).ToBeVisibleAsync();
        await Assertions.Expect(changed).ToHaveTextAsync(shown);
        await AssertAsync(traffic, most, $"An edit of the {cell}");
    }

    [Fact]
    public async Task A_card_that_is_dragged_sends_one_message_up_and_stays_within_its_bytes()
    {
        var (page, traffic) = await OpenAsync("/loans");
        await page.UntilBoardAsync();
        await SettledAsync(traffic);

        await page.Card("Marisol Whitlock").DragToAsync(page.Column("Contacted"));

        await Assertions.Expect(page.Column("Contacted").Locator("li.card")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByText("Moved Marisol Whitlock to Contacted")).ToBeVisibleAsync();
        await AssertAsync(traffic, BytesPerCardMove, "A drag");
    }

    private async Task<(IPage Page, SocketTraffic Traffic)> OpenAsync(string path)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        foreach (var borrower in borrowers) await organization.LoanAsync(Milestone.Lead, ana, borrower, amount: 409_600m, with: loan => loan.CloseOn(new(2026, 12, 10)));
        var page = await (await browser.SignedInAsync(ana)).NewPageAsync();
        var traffic = await SocketTraffic.OfAsync(page);
        await page.GotoAsync(path);
        await page.UntilLiveAsync();
        return (page, traffic);
    }

    private static async Task SettledAsync(SocketTraffic traffic)
    {
        await Task.Delay(settles, TestContext.Current.CancellationToken);
        traffic.Take();
    }

    private static async Task AssertAsync(SocketTraffic traffic, int most, string what)
    {
        await Task.Delay(settles, TestContext.Current.CancellationToken);
        var (bytes, calls) = traffic.Take();
        Assert.True(calls == CallsPerAct, $"{what} called the server {calls} times, not {CallsPerAct}");
        Assert.True(bytes <= most, $"{what} brought {bytes} bytes down, more than {most}");
        TestContext.Current.SendDiagnosticMessage($"{what}: {bytes} bytes");
    }
}
