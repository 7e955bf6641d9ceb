using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Seeding;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Leads;

/// <summary>The inbox as an officer works it: from the form to the loan on the board and back, and two who want the same lead.</summary>
public sealed class LeadInboxTests(CrmBrowser browser)
{
    [Fact]
    public async Task A_lead_entered_by_hand_is_claimed_called_and_becomes_a_loan_on_the_board_and_all_of_it_is_taken_back()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.SaveAsync(unit => unit.Db.LeadPonds.Add(LeadPond.Dig("Maine", null).Value!));
        await using var context = await browser.SignedInAsync(ana);
        var page = await context.OpenAsync("/leads");
        await Assertions.Expect(page.GetByText("Inbox zero")).ToBeVisibleAsync();
        await UntilKeysAsync(page);

        await page.Keyboard.PressAsync("n");
        await page.GetByLabel("First name").FillAsync("Dorian");
        await page.GetByLabel("Last name").FillAsync("Achebe");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Phone" }).FillAsync("(555) 555-0142");
        await page.GetByLabel("Interest").SelectOptionAsync("Purchase");
        await page.GetByLabel("Amount").FillAsync("480,000");
        await page.GetByLabel("Who works it first").SelectOptionAsync(new SelectOptionValue { Label = "Whoever claims it from Maine" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter the lead" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dorian Achebe" })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Shift+C");
        await Assertions.Expect(page.Locator(".toast", new() { HasText = "Claimed Dorian Achebe" })).ToBeVisibleAsync();
        await page.Locator("a[href*='list=mine']").First.ClickAsync();
        await page.Locator(".lead a").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dorian Achebe" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("l");
        await Assertions.Expect(page.GetByLabel("What was said")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Wants to make an offer this week");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tl", new() { HasText = "called: reached" })).ToBeVisibleAsync();
        await page.KeepPictureAsync("leads-worked");

        await page.GetByRole(AriaRole.Heading, new() { Name = "Dorian Achebe" }).ClickAsync();
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator(".toast", new() { HasText = "Opened a loan for Dorian Achebe" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open what it became" })).ToBeVisibleAsync();
        await using var board = await browser.SignedInAsync(ana);
        var pipeline = await board.OpenAsync("/loans");
        await Assertions.Expect(pipeline.GetByText("Dorian Achebe")).ToBeVisibleAsync();

        await page.Locator(".toast", new() { HasText = "Opened a loan" }).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Convert to a loan" })).ToBeVisibleAsync();
        await Assertions.Expect(pipeline.GetByText("Dorian Achebe")).ToHaveCountAsync(0);
        Assert.Equal(LeadStatus.Contacted, await organization.SaveAsync(unit => unit.Db.Leads.Select(lead => lead.Status).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_browsers_that_claim_one_lead_one_has_it_and_the_other_is_told_who()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));
        var id = await organization.SaveAsync(unit =>
        {
            var (pond, contact) = (LeadPond.Dig("Maine", null).Value!, new Domain.Contacts.Contact("Dorian", "Achebe"));
            var lead = Lead.Receive(contact, new("Web"), new(LeadInterest.Purchase), null, unit.At).Value!;
            lead.WaitIn(pond.Id, null);
            unit.Db.LeadPonds.Add(pond);
            unit.Db.Contacts.Add(contact);
            unit.Db.Leads.Add(lead);
            unit.Db.LeadAssignments.Add(new LeadAssignment(lead.Id, AssignmentKind.Ponded, null, pond.Id, null, unit.At));
            return Task.FromResult(lead.Id);
        });
        await using var hers = await browser.SignedInAsync(ana);
        await using var his = await browser.SignedInAsync(marc);
        var (one, two) = (await hers.OpenAsync($"/leads?list=unclaimed&lead={id}"), await his.OpenAsync($"/leads?list=unclaimed&lead={id}"));

        await Task.WhenAll(ClaimAsync(one), ClaimAsync(two));
        // Whatever one page says of it, by then one of them has the lead.
        await Assertions.Expect(one.Locator(".toast, .recp", new() { HasTextRegex = new("Claimed Dorian Achebe|claimed this lead first|Somebody else has this lead") }).First).ToBeVisibleAsync();
        var winner = await organization.SaveAsync(unit => unit.Db.Leads.Select(lead => lead.AssigneeId).SingleAsync());
        var (won, lost, name) = winner == ana.Id ? (one, two, "Ana Reyes") : (two, one, "Marc Dubois");
        await Assertions.Expect(won.Locator(".toast", new() { HasText = "Claimed Dorian Achebe" })).ToBeVisibleAsync();
        // Whoever's page heard of it first was never asked: the record says so itself.
        await Assertions.Expect(lost.Locator(".toast, .recp", new() { HasTextRegex = new($"{name} claimed this lead first|somebody else has this lead", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First).ToBeVisibleAsync();
        await Assertions.Expect(lost.Locator(".lead")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_inbox_of_the_demo_is_gone_through_by_keys_and_axe_finds_nothing_serious(bool isDark, bool isPhone)
    {
        var person = DemoSignIn.All.First(one => one.Email == "lo.ana@example.com");
        await using var context = await browser.SignedInAsync(new TestMember(person.OrgId, person.MemberId, Guid.Empty, person.Name), new Viewing(isDark, isPhone));
        var look = isPhone ? "390" : isDark ? "dark" : "light";
        var page = await context.OpenAsync("/leads");
        await page.Locator(".lead a").First.WaitForAsync();
        await UntilKeysAsync(page);
        await page.KeepPictureAsync($"leads-list-{look}");
        await page.AssertAccessibleAsync(isDark ? "color-contrast" : null);

        if (isPhone) await page.Locator(".lead a").First.ClickAsync();
        else
        {
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("j");
        }
        await Assertions.Expect(page.Locator("#lead-name")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".recb .score .pts").Or(page.GetByText("so not scored"))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("This could not be shown")).ToHaveCountAsync(0);
        await page.KeepPictureAsync($"leads-record-{look}");
        await page.AssertAccessibleAsync(isDark ? "color-contrast" : null);

        await page.GotoAsync("/leads/new");
        await page.UntilLiveAsync();
        await page.AssertAccessibleAsync(isDark ? "color-contrast" : null);
        await page.KeepPictureAsync($"leads-new-{look}");
    }

    private static Task UntilKeysAsync(IPage page) => page.Locator("html[data-inbox-keys]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    // A page that hears of the other's claim first has no button any more, and is the one that lost.
    private static async Task ClaimAsync(IPage page)
    {
        var claim = page.Locator("[data-shift-key=c]");
        await claim.Or(page.GetByText("Somebody else has this lead")).First.WaitForAsync();
        if (await claim.IsVisibleAsync()) await claim.DispatchEventAsync("click");
    }
}
