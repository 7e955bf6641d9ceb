using System.Diagnostics;
using CrmStudio.App.Access.UseCases;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Access;

/// <summary>What is taken from a member disappears from their open pages within five seconds, with nobody touching them.</summary>
public sealed class RevocationTests(CrmBrowser browser)
{
    // The promise is five seconds and is tested without a browser; here a busy machine also loads the sign-in page meanwhile.
    private static readonly TimeSpan within = TimeSpan.FromSeconds(15);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disabled_member_is_taken_to_the_sign_in_page()
    {
        var (organization, admin, ana) = await StartAsync();
        await using var context = await browser.SignedInAsync(ana);
        var page = await OpenBoardAsync(context);
        await using var scope = await browser.Crm.AsAsync(admin);
        var since = Stopwatch.StartNew();

        Assert.True((await scope.ServiceProvider.GetRequiredService<DisableMember>().RunAsync(new(ana.Id), Ct)).IsDone);
        await page.WaitForURLAsync("**/sign-in?ended=1**", new() { Timeout = (float)within.TotalMilliseconds });

        Assert.True(since.Elapsed < within);
        await Assertions.Expect(page.GetByText("Your sign-in has ended")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_everywhere_else_ends_the_page_on_the_other_screen()
    {
        var (_, _, ana) = await StartAsync();
        await using var desk = await browser.SignedInAsync(ana);
        await using var phone = await browser.SignedInAsync(ana);
        var left = await OpenBoardAsync(phone);
        var account = await desk.NewPageAsync();
        await account.GotoAsync("/account");

        await account.GetByRole(AriaRole.Button, new() { Name = "End all others" }).ClickAsync();

        await left.WaitForURLAsync("**/sign-in?ended=1**", new() { Timeout = (float)within.TotalMilliseconds });
        await Assertions.Expect(account.GetByText("Every other session is ended.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_made_an_assistant_sees_no_amount_any_more()
    {
        var (organization, admin, ana) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        await organization.SaveAsync(unit => unit.Db.TeamMembers.Add(new TeamMember(branch, ana.Id)));
        await organization.LoanAsync(officer: ana, amount: 987_654m);
        var assistant = await organization.SaveAsync(unit => unit.Db.Roles.Where(role => role.BuiltIn == BuiltInRole.Assistant).Select(role => role.Id).SingleAsync(Ct));
        await using var context = await browser.SignedInAsync(ana);
        var page = await OpenBoardAsync(context);
        await Assertions.Expect(page.Locator("#main")).ToContainTextAsync("$");
        await using var scope = await browser.Crm.AsAsync(admin);

        Assert.True((await scope.ServiceProvider.GetRequiredService<ChangeMemberRole>().RunAsync(new(ana.Id, [assistant]), Ct)).IsDone);

        await Assertions.Expect(page.Locator("#main")).Not.ToContainTextAsync("$", new() { Timeout = (float)within.TotalMilliseconds });
        await Assertions.Expect(page.GetByText("Marisol Whitlock").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_browser_that_does_not_leave_is_cut_off_and_cannot_come_back()
    {
        var (_, admin, ana) = await StartAsync();
        await using var context = await browser.SignedInAsync(ana);
        var page = await context.NewPageAsync();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebSocket += (_, socket) => socket.Close += (_, _) => closed.TrySetResult();
        await page.GotoAsync("/loans");
        await page.UntilLiveAsync();
        await context.RouteAsync("**/sign-in**", route => route.AbortAsync("aborted"));   // told to leave, a changed page stays
        var comingBack = page.WaitForResponseAsync(response => response.Url.Contains("/_blazor", StringComparison.Ordinal), new() { Timeout = (float)within.TotalMilliseconds });
        await using var scope = await browser.Crm.AsAsync(admin);

        Assert.True((await scope.ServiceProvider.GetRequiredService<DisableMember>().RunAsync(new(ana.Id), Ct)).IsDone);

        await closed.Task.WaitAsync(within, Ct);
        Assert.Equal(401, (await comingBack).Status);
        Assert.EndsWith("/loans", page.Url, StringComparison.Ordinal);   // it did stay, so the cut came from the server
    }

    private async Task<(TestOrganization, TestMember Admin, TestMember Ana)> StartAsync()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        return (organization, await organization.MemberAsync(BuiltInRole.Admin), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"));
    }

    private static async Task<IPage> OpenBoardAsync(IBrowserContext context) => await context.OpenAsync("/loans");
}
