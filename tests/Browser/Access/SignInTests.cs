using CrmStudio.App.Access.UseCases;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Seeding;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Access;

public sealed class SignInTests(CrmBrowser browser)
{
    // The promise is five seconds, tested without a browser; here a busy machine also loads the sign-in page meanwhile.
    private const float Patience = 15_000;

    [Fact]
    public async Task A_wrong_password_is_refused_and_the_address_stays_typed()
    {
        await using var context = await browser.AnonymousAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");

        await page.GetByLabel("E-mail").FillAsync("nobody@example.com");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("E-mail")).ToHaveValueAsync("nobody@example.com");
    }

    [Fact]
    public async Task A_loan_officer_signs_in_with_a_password_and_sees_the_pipeline()
    {
        await using var context = await browser.AnonymousAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/loans");

        await page.GetByLabel("E-mail").FillAsync("lo.keisha@example.com");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(DemoOrganizations.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await page.WaitForURLAsync("**/loans");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Pipeline", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("li.card").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task In_demo_mode_one_click_enters_as_the_assistant()
    {
        await using var context = await browser.AnonymousAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.AssertAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Ben Ostrow" }).ClickAsync();

        await page.WaitForURLAsync("**/loans");
        await Assertions.Expect(page.Locator("li.card").First).ToBeVisibleAsync();
        Assert.DoesNotContain("$", await page.Locator("#main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_all_other_sessions_ends_the_open_board_elsewhere()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.LoanAsync(Milestone.Lead, ana);
        await using var office = await browser.SignedInAsync(ana);
        await using var cafe = await browser.SignedInAsync(ana);
        var forgotten = await cafe.OpenAsync("/loans");

        var account = await office.NewPageAsync();
        await account.GotoAsync("/account");
        await account.AssertAccessibleAsync();
        await account.GetByRole(AriaRole.Button, new() { Name = "End all others" }).ClickAsync();

        await forgotten.WaitForURLAsync("**/sign-in?ended=1**", new() { Timeout = Patience, WaitUntil = WaitUntilState.Commit });
    }

    [Fact]
    public async Task Disabling_a_member_ends_their_open_board()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        await organization.LoanAsync(Milestone.Lead, marc);
        await using var context = await browser.SignedInAsync(marc);
        var page = await context.OpenAsync("/loans");

        await using (var scope = await browser.Crm.AsAsync(sam))
            await ActivatorUtilities.CreateInstance<DisableMember>(scope.ServiceProvider).RunAsync(new(marc.Id), TestContext.Current.CancellationToken);

        await page.WaitForURLAsync("**/sign-in?ended=1**", new() { Timeout = Patience, WaitUntil = WaitUntilState.Commit });
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_the_board_asks_to_sign_in()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await using var context = await browser.SignedInAsync(ana);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/loans");

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }
}
