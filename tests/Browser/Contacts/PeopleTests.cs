using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Contacts;

public sealed class PeopleTests(CrmBrowser browser)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task From_the_list_to_the_person_and_a_call_logged_in_three_taps_taken_back(bool isDark, bool isPhone)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm, "Harborline Lending");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var id = await PeopleAsync(organization, ana);
        await using var hers = await browser.SignedInAsync(ana, new Viewing(isDark, isPhone));
        var look = $"{(isDark ? "dark" : "light")}{(isPhone ? "-phone" : "")}";

        var page = await hers.OpenAsync("/contacts");
        await page.UntilGridAnswersAsync();
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"people-list-{look}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Marisol Whitlock", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Marisol Whitlock", Level = 1 })).ToBeVisibleAsync();
        await page.UntilLiveAsync();
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"person-{look}");

        if (isPhone) await page.GetByRole(AriaRole.Button, new() { Name = "Log a call" }).ClickAsync();
        else await page.Keyboard.PressAsync("l");
        await page.GetByRole(AriaRole.Button, new() { Name = "Left message" }).ClickAsync();
        await page.KeepPictureAsync($"person-call-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();

        var timeline = page.GetByRole(AriaRole.List, new() { Name = "Timeline" });
        await Assertions.Expect(timeline).ToContainTextAsync("called: left message");
        Assert.NotNull(await TouchedAsync(organization, id));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Assertions.Expect(timeline).Not.ToContainTextAsync("called: left message");
        Assert.Null(await TouchedAsync(organization, id));
    }

    [Fact]
    public async Task Fields_companies_and_a_new_person_with_a_word_in_time()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm, "Harborline Lending");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        await PeopleAsync(organization, sam);
        await using var his = await browser.SignedInAsync(sam);

        var fields = await his.OpenAsync("/settings/fields");
        await fields.GetByRole(AriaRole.Button, new() { Name = "New field of People" }).ClickAsync();
        await fields.GetByLabel("Name").FillAsync("Favourite team");
        await fields.GetByRole(AriaRole.Button, new() { Name = "Save the field" }).ClickAsync();
        await Assertions.Expect(fields.GetByRole(AriaRole.List, new() { Name = "Fields of People" })).ToContainTextAsync("Favourite team");
        await fields.AssertAccessibleAsync();
        await fields.KeepPictureAsync("fields");

        var form = await his.OpenAsync("/contacts/new");
        await form.GetByLabel("First name").FillAsync("Mari");
        await form.GetByLabel("Last name").FillAsync("Reed");
        await form.GetByLabel("E-mail").FillAsync("marisol@example.com");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Phone" }).FocusAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Link, new() { Name = "Open Marisol Whitlock" })).ToBeVisibleAsync();
        await form.AssertAccessibleAsync();
        await form.KeepPictureAsync("person-new");
        await form.GetByLabel("E-mail").FillAsync("mari@example.com");
        await form.GetByLabel("Company").FillAsync("Harbor Title");
        await form.GetByLabel("Favourite team").FillAsync("Sea Dogs");
        await form.GetByRole(AriaRole.Button, new() { Name = "Save the person" }).ClickAsync();
        await Assertions.Expect(form.GetByText("Sea Dogs")).ToBeVisibleAsync();

        await form.GetByRole(AriaRole.Complementary, new() { Name = "Facts of the person" }).GetByRole(AriaRole.Link, new() { Name = "Harbor Title" }).ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Link, new() { Name = "Mari Reed" })).ToBeVisibleAsync();
        await form.AssertAccessibleAsync();
        await form.KeepPictureAsync("company");

        var companies = await his.OpenAsync("/companies");
        await companies.UntilGridAnswersAsync();
        await companies.AssertAccessibleAsync();
        await companies.KeepPictureAsync("companies");
    }

    private static async Task<Guid> PeopleAsync(TestOrganization organization, TestMember owner)
    {
        var marisol = new Contact("Marisol", "Whitlock") { OwnerId = owner.Id };
        Assert.True(marisol.Know(new("Marisol", "Whitlock", "marisol@example.com", "(207) 555-0144", ContactKind.Client, "Nurse", State: "ME", Source: "Referral")).IsDone);
        await organization.SaveAsync(unit =>
        {
            unit.Db.Contacts.Add(marisol);
            foreach (var (first, last, kind) in new[] { ("Bo", "Brandt", ContactKind.Agent), ("Cy", "Carver", ContactKind.Partner), ("Dee", "Dale", ContactKind.Prospect) })
            {
                var other = new Contact(first, last) { OwnerId = owner.Id };
                Assert.True(other.Know(new(first, last, $"{first}@example.com".ToLowerInvariant(), null, kind, State: "NH")).IsDone);
                unit.Db.Contacts.Add(other);
            }
            unit.Db.ContactDates.Add(ContactDate.Note(marisol.Id, ContactDateKind.Birthday, null, 3, 14, 1984).Value!);
            unit.Db.Activities.Add(new Activity("contacts", marisol.Id, ActivityKind.Note, "Looks for a house near the harbor.", owner.Id, unit.At.AddDays(-3)));
        });
        return marisol.Id;
    }

    private static Task<DateTimeOffset?> TouchedAsync(TestOrganization organization, Guid id) => organization.SaveAsync(unit => unit.Db.Contacts.Where(contact => contact.Id == id).Select(contact => contact.LastTouchAt).SingleAsync());
}
