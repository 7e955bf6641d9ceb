using System.Text.RegularExpressions;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Leads;

/// <summary>A manager says who gets which leads: writes a rule, tries it on leads that came, orders, switches and takes back.</summary>
public sealed class LeadRoutingTests(CrmBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_is_written_tried_on_what_came_saved_and_explained()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ruth = await organization.MemberAsync(BuiltInRole.Admin, "Ruth", "Calloway");
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));
        await LeadsAsync(organization, marc, 6);
        await using var hers = await browser.SignedInAsync(ruth);

        // Ana is licensed in Texas, Marc is not.
        var page = await hers.OpenAsync("/settings/lead-people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Ana Reyes" }).ClickAsync();
        await page.Locator(".taker-form").GetByLabel("State").SelectOptionAsync("TX");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note the licence" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove the licence in TX" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        // A rule without a name is refused where the name is, and keeps what was typed.
        await page.GotoAsync("/settings/lead-routing");
        await page.UntilLiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New rule" }).ClickAsync();
        await page.GetByLabel("Marc Dubois").CheckAsync();
        await page.GetByLabel("Ana Reyes").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the rule" }).ClickAsync();
        await Assertions.Expect(page.GetByText("A rule has a name of up to 80 characters.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Ana Reyes")).ToBeCheckedAsync();

        // Tried before it is saved: all six would have gone to Ana, and it is said why not to Marc.
        await page.Locator(".rule-form").GetByLabel("Name").First.FillAsync("Everybody in turn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it on the last 90 days" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "6 of 6 leads" })).ToBeVisibleAsync();
        await page.GetByText("Asker1 Person").ClickAsync();
        await Assertions.Expect(page.Locator("details[open]").GetByText("not licensed in TX")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync("lead-routing-dry-run-light");
        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.RoutingRules.CountAsync(Ct)));

        await page.GetByRole(AriaRole.Button, new() { Name = "Save the rule" }).ClickAsync();
        await Assertions.Expect(page.GetByText("In turn: Ruth", new() { Exact = false })).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("In turn: Marc Dubois, Ana Reyes · licensed in the state")).ToBeVisibleAsync();

        // A second rule, moved up, switched off, and the move taken back.
        await page.GetByRole(AriaRole.Button, new() { Name = "New rule" }).ClickAsync();
        await page.Locator(".rule-form").GetByLabel("Name").First.FillAsync("Referrals");
        await page.GetByLabel("Referral", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("How it chooses").SelectOptionAsync("Specific");
        await page.Locator(".rule-form label", new() { HasTextRegex = new Regex("^\\s*Member") }).Locator("select").SelectOptionAsync(new SelectOptionValue { Label = "Marc Dubois" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the rule" }).ClickAsync();
        var rules = page.GetByRole(AriaRole.List, new() { Name = "Rules, in order" }).Locator("> li");
        await Assertions.Expect(rules).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Referrals up" }).ClickAsync();
        await Assertions.Expect(rules.First).ToContainTextAsync("Referrals");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^On\\s+Referrals$") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Off\\s+Referrals$") })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^On\\s+Referrals$") })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    private static Task LeadsAsync(TestOrganization organization, TestMember owner, int count) => organization.SaveAsync(unit =>
    {
        for (var lead = 1; lead <= count; lead++)
        {
            var contact = new Contact($"Asker{lead}", "Person");
            unit.Db.Contacts.Add(contact);
            var received = Lead.Receive(contact, new LeadOrigin(LeadSources.Web), new LeadWish(LeadInterest.Purchase, State: "TX"), null, unit.At.AddHours(-lead)).Value!;
            received.AssignTo(owner.Id, unit.At);
            unit.Db.Leads.Add(received);
        }
    });
}
