using System.Text.RegularExpressions;
using CrmStudio.App.Contacts.Duplicates.UseCases;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Contacts;

public sealed class MergeTests(CrmBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task A_pair_is_found_compared_merged_by_picks_and_taken_back_with_what_stayed_said_by_name(bool isDark, bool isPhone)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ruth = await organization.MemberAsync(BuiltInRole.Admin, "Ruth", "Calloway");
        await organization.SaveAsync(unit =>
        {
            foreach (var (first, email) in new[] { ("Jon", "jon@example.com"), ("John", "jon@example.com"), ("Marisol", "marisol@example.com"), ("Marisol", "marisol@example.com") })
            {
                var contact = new Contact(first, "Whitlock") { OwnerId = ruth.Id };
                contact.Know(new ContactFacts(first, "Whitlock", email, first == "Jon" ? "207-555-0134" : "207-555-0199", State: "ME", Language: first == "John" ? "Spanish" : null));
                unit.Db.Contacts.Add(contact);
                if (first != "Jon") continue;
                unit.Db.Activities.Add(new Activity("contacts", contact.Id, ActivityKind.Note, "Likes the evening", ruth.Id, unit.At));
                unit.Db.DueTasks.Add(new DueTask("contacts", contact.Id, "Call back", new DateOnly(2026, 12, 3), ruth.Id, null));
            }
        });
        await using (var scope = browser.Crm.AsSystem(organization)) await scope.ServiceProvider.GetRequiredService<FindDuplicates>().RunAsync(new(), Ct);
        await using var hers = await browser.SignedInAsync(ruth, new Viewing(isDark, isPhone));
        var look = isPhone ? "390-dark" : "light";

        var page = await hers.OpenAsync("/duplicates");
        var pairs = page.GetByRole(AriaRole.List, new() { Name = "Pairs that look like one" }).GetByRole(AriaRole.Listitem);
        await Assertions.Expect(pairs).ToHaveCountAsync(2);
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"duplicates-{look}");

        // The two Marisols are not the same: one act, and it can be taken back.
        await pairs.Filter(new() { HasText = "Marisol" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Not the same" }).ClickAsync();
        await Assertions.Expect(pairs).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Merge Joh?n Whitlock and Joh?n Whitlock$") }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Name: John Whitlock" }).CheckAsync();
        await Assertions.Expect(page.GetByText("1 task").First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"merge-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("No duplicates here")).ToBeVisibleAsync();
        Assert.Equal(["John Whitlock", "Marisol Whitlock", "Marisol Whitlock"], await NamesAsync(organization));

        // Somebody goes on working before the merge turns out to be wrong.
        await organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(contact => contact.FirstName == "John", Ct)).ReachBy("new@example.com", "207-555-0134"));
        await page.GotoAsync("/duplicates/merged");
        await page.UntilLiveAsync();
        await page.KeepPictureAsync($"merged-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back the merge of John Whitlock into Jon Whitlock" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Two again")).ToBeVisibleAsync();
        var told = page.GetByRole(AriaRole.Dialog, new() { Name = "Some things stayed as they are" });
        await Assertions.Expect(told).ToContainTextAsync("Jon Whitlock: e-mail changed since stays as it is.");
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"merge-stayed-{look}");
        await told.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        Assert.Equal(["John Whitlock", "Jon Whitlock", "Marisol Whitlock", "Marisol Whitlock"], await NamesAsync(organization));
    }

    private static async Task<List<string>> NamesAsync(TestOrganization organization) =>
        await organization.SaveAsync(unit => unit.Db.Contacts.OrderBy(contact => contact.FirstName).ThenBy(contact => contact.Id).Select(contact => contact.FirstName + " " + contact.LastName).ToListAsync(Ct));
}
