using CrmStudio.App.Loans.UseCases;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

/// <summary>What a colleague opens meanwhile waits behind a pill; what a colleague changes is changed in place.</summary>
public sealed class ArrivalTests(CrmBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_loan_a_colleague_opens_waits_on_the_board_until_the_pill_is_pressed()
    {
        var (organization, ana, sam, _) = await StartAsync();
        await using var his = await browser.SignedInAsync(sam);
        var board = await his.OpenAsync("/loans");
        var lead = board.Column("New lead");
        await Assertions.Expect(lead.Locator("[data-count]")).ToHaveTextAsync("1");

        await OpenAsync(ana, "Noel", "Farrow", 100_000m);
        await OpenAsync(ana, "Priya", "Castellan", 200_000m);

        await Assertions.Expect(board.Locator(".pill-new")).ToHaveTextAsync("2 new");
        await Assertions.Expect(lead.Locator("li.card")).ToHaveCountAsync(1);
        await Assertions.Expect(lead.Locator("[data-count]")).ToHaveTextAsync("1");
        await Assertions.Expect(lead.Locator("[data-sum]")).ToHaveTextAsync("$410 k");
        await board.AssertAccessibleAsync();
        await board.KeepPictureAsync("board-new-light");

        await board.Locator(".pill-new").ClickAsync();
        await Assertions.Expect(lead.Locator("li.card")).ToHaveCountAsync(3);
        await Assertions.Expect(lead.Locator("[data-sum]")).ToHaveTextAsync("$710 k");
        await Assertions.Expect(board.Locator(".pill-new")).ToHaveCountAsync(0);
        Assert.NotEqual(Guid.Empty, organization.Id);
    }

    [Fact]
    public async Task In_the_grid_a_new_loan_waits_and_a_change_shows_where_the_row_stands()
    {
        var (_, ana, sam, loan) = await StartAsync();
        await using var his = await browser.SignedInAsync(sam);
        var grid = await his.OpenAsync("/loans/grid");
        await Assertions.Expect(grid.Row("Marisol Whitlock").Locator("[data-col=amount]")).ToHaveTextAsync("$409,600");

        await OpenAsync(ana, "Noel", "Farrow", 100_000m);
        await using (var hers = await browser.Crm.AsAsync(ana))
            Assert.NotNull((await hers.ServiceProvider.GetRequiredService<EditLoanCell>().RunAsync(new(loan, "amount", "409600", "450000"), Ct)).Value?.Changed);

        await Assertions.Expect(grid.Locator(".pill-new")).ToHaveTextAsync("1 new");
        await Assertions.Expect(grid.Row("Marisol Whitlock").Locator("[data-col=amount]")).ToHaveTextAsync("$450,000");
        await Assertions.Expect(grid.Locator("tbody tr")).ToHaveCountAsync(1);
        await grid.KeepPictureAsync("loans-grid-new");

        await grid.Locator(".pill-new").ClickAsync();
        await Assertions.Expect(grid.Row("Noel Farrow")).ToBeVisibleAsync();
        await Assertions.Expect(grid.Locator(".pill-new")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nothing_waits_for_whom_the_loan_is_outside_of_what_they_see()
    {
        var (organization, ana, _, _) = await StartAsync();
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await organization.LoanAsync(Milestone.Lead, marc, "Wade Mercer");
        await using var his = await browser.SignedInAsync(marc);
        var board = await his.OpenAsync("/loans");
        await Assertions.Expect(board.Card("Wade Mercer")).ToBeVisibleAsync();

        await OpenAsync(ana, "Noel", "Farrow", 100_000m);
        await organization.LoanAsync(Milestone.Lead, marc, "Grant Vogel");   // one that is his, after it

        await Assertions.Expect(board.Locator(".pill-new")).ToHaveTextAsync("1 new");
    }

    private async Task<(TestOrganization, TestMember Ana, TestMember Sam, Guid Loan)> StartAsync()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        return (organization, ana, sam, await organization.LoanAsync(Milestone.Lead, ana));
    }

    private async Task OpenAsync(TestMember officer, string first, string last, decimal amount)
    {
        await using var scope = await browser.Crm.AsAsync(officer);
        Assert.True((await scope.ServiceProvider.GetRequiredService<OpenLoan>().RunAsync(new(first, last, null, null, amount, LoanPurpose.Purchase), Ct)).IsDone);
    }
}
