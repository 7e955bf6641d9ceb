using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using CrmStudio.Testing.Calendars;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class LockTests(CrmBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rate_is_asked_for_locked_and_extended_and_its_last_day_stands_in_the_officers_own_calendar()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var team = await organization.TeamAsync("Harbor Point");
        var (ana, ruth) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team), await organization.MemberAsync(BuiltInRole.Manager, "Ruth", "Calloway", team, leads: true));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date);
        var loan = await organization.LoanAsync(Milestone.Processing, ana, with: loan => loan.CloseOn(today.AddDays(33)));
        await using var hers = await browser.SignedInAsync(ana);
        await using var desks = await browser.SignedInAsync(ruth, new Viewing { IsDark = true });

        // The officer asks.
        var anas = await hers.OpenAsync($"/loans/{loan}?tab=lock");
        await anas.GetByLabel("Rate, %").FillAsync("6.25");
        await anas.GetByLabel("Days").SelectOptionAsync("30");
        await anas.AssertAccessibleAsync();
        await anas.GetByRole(AriaRole.Button, new() { Name = "Ask for this lock" }).ClickAsync();
        await Assertions.Expect(anas.GetByText("Waits at the desk").First).ToBeVisibleAsync();
        await Assertions.Expect(anas.GetByRole(AriaRole.Button, new() { Name = "Decline" })).ToHaveCountAsync(0);

        // The desk finds it, and locks.
        var ruths = await desks.OpenAsync("/loans/locks");
        await ruths.GetByRole(AriaRole.Link, new() { Name = "Marisol Whitlock" }).First.ClickAsync();
        await ruths.GetByRole(AriaRole.Button, new() { Name = "Lock", Exact = true }).ClickAsync();
        await Assertions.Expect(ruths.GetByText("30 days left").First).ToBeVisibleAsync();
        await Assertions.Expect(anas.GetByText("30 days left").First).ToBeVisibleAsync();
        await Assertions.Expect(anas.GetByText("3 days short")).ToBeVisibleAsync();

        // It is too short by three days: the shortest extension that is listed reaches the closing.
        await ruths.GetByRole(AriaRole.Button, new() { Name = "Extend", Exact = true }).ClickAsync();
        await Assertions.Expect(ruths.GetByLabel("Price, %")).ToHaveValueAsync("0.060");
        await ruths.GetByLabel("Reason").FillAsync("The seller needs until then");
        await ruths.AssertAccessibleAsync();
        await ruths.KeepPictureAsync("lock-extend-dark");
        await ruths.GetByRole(AriaRole.Button, new() { Name = "Extend the lock" }).ClickAsync();
        await Assertions.Expect(anas.GetByText("33 days left").First).ToBeVisibleAsync();
        await Assertions.Expect(anas.GetByText("The lock reaches the disbursement")).ToBeVisibleAsync();

        // The calendar, by keys: next month, agenda, back to today.
        await anas.GotoAsync($"/loans/dates?day={today.AddDays(33):yyyy-MM-dd}");
        await anas.UntilLiveAsync();
        await Assertions.Expect(anas.Locator("[data-calendar] .entry", new() { HasText = "Lock runs out: Marisol Whitlock" })).ToBeVisibleAsync();
        await anas.AssertAccessibleAsync();
        var day = anas.Locator("[data-calendar] td:has(.entry) .day-no").First;
        var label = await day.GetAttributeAsync("aria-label");
        await day.FocusAsync();
        await anas.Keyboard.PressAsync("ArrowDown");
        Assert.NotEqual(label, await anas.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));
        await anas.Keyboard.PressAsync("b");
        await Assertions.Expect(anas.GetByRole(AriaRole.Rowheader, new() { Name = "Marisol Whitlock" })).ToHaveCountAsync(2);
        await anas.AssertAccessibleAsync();

        // Her own calendar reads it with nothing but the address.
        await anas.GotoAsync("/account/calendars");
        await anas.UntilLiveAsync();
        await anas.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("My phone");
        await anas.GetByRole(AriaRole.Button, new() { Name = "Make the feed" }).ClickAsync();
        var address = await anas.GetByLabel("Address of the feed").InputValueAsync();
        await anas.AssertAccessibleAsync();
        using var calendar = new HttpClient();
        var events = CalendarReader.Read(await calendar.GetByteArrayAsync(new Uri(address), Ct));
        Assert.Equal([("Closing: Marisol Whitlock", today.AddDays(33)), ("Lock runs out: Marisol Whitlock", today.AddDays(33))], events.Select(one => (one.Summary, one.Starts)).Order());

        // Reloaded, the address is not shown again; revoked, it opens nothing.
        await anas.ReloadAsync();
        await anas.UntilLiveAsync();
        await Assertions.Expect(anas.GetByText("My phone").First).ToBeVisibleAsync();
        Assert.DoesNotContain(new Uri(address).AbsolutePath.Split('.')[1], await anas.ContentAsync(), StringComparison.Ordinal);
        await anas.GetByRole(AriaRole.Button, new() { Name = "Revoke My phone" }).ClickAsync();
        await anas.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Assertions.Expect(anas.GetByText("No feed yet")).ToBeVisibleAsync();
        using var gone = await calendar.GetAsync(new Uri(address), Ct);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task On_a_phone_the_calendar_is_a_list_and_nothing_is_wider_than_the_screen()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date);
        var loan = await organization.LoanAsync(Milestone.Processing, ana, with: loan =>
        {
            loan.CloseOn(today);
            loan.Lock(today.AddDays(-20), today.AddDays(-1));
        });
        await using var hers = await browser.SignedInAsync(ana, new Viewing { IsPhone = true });

        foreach (var path in new[] { "/loans/dates", "/loans/dates?look=table", $"/loans/{loan}?tab=lock", "/account/calendars" })
        {
            var page = await hers.OpenAsync(path);
            await page.AssertAccessibleAsync();
            Assert.Equal(390, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth)"));
            await page.KeepPictureAsync($"phone{path.Split('?')[0].Replace(loan.ToString(), "loan", StringComparison.Ordinal).Replace('/', '-')}{(path.Contains("table", StringComparison.Ordinal) ? "-table" : "")}");
            await page.CloseAsync();
        }
    }
}
