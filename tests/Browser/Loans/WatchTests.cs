using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class WatchTests(CrmBrowser browser)
{
    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date);

    [Fact]
    public async Task From_the_rate_sheet_to_a_reviewed_message_and_every_number_opens()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm, "Harborline Lending");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        await FundedAsync(organization, sam);
        await using var his = await browser.SignedInAsync(sam);

        var sheet = await his.OpenAsync("/settings/rates");
        await sheet.GetByLabel("Rate of Conventional, 30 years").FillAsync("6");
        await sheet.AssertAccessibleAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Enter the rates" }).ClickAsync();
        await Assertions.Expect(sheet.GetByRole(AriaRole.List, new() { Name = "Rates entered" })).ToContainTextAsync("6.000 %");

        var list = await his.OpenAsync("/loans/past");
        await Assertions.Expect(list.Locator("main")).ToContainTextAsync("Nobody would gain today");
        await list.GetByRole(AriaRole.Button, new() { Name = "Compare now" }).ClickAsync();
        var row = list.GetByRole(AriaRole.Row).Filter(new() { HasText = "Marisol Whitlock" });
        await Assertions.Expect(row).ToContainTextAsync("Would gain");
        await list.AssertAccessibleAsync();
        await row.HoverAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Peek at Marisol Whitlock" }).ClickAsync();

        var peek = list.GetByRole(AriaRole.Complementary, new() { Name = "Peek: Marisol Whitlock" });
        await peek.Locator("#fig-balance summary").ClickAsync();
        await Assertions.Expect(peek.Locator("#fig-balance")).ToContainTextAsync("$353,105.16");
        await peek.GetByRole(AriaRole.Button, new() { Name = "Reviewed, send" }).ClickAsync();
        await Assertions.Expect(peek.GetByText("Waiting", new() { Exact = true })).ToBeVisibleAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Assertions.Expect(peek.GetByRole(AriaRole.Button, new() { Name = "Reviewed, send" })).ToBeVisibleAsync();
        await list.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_pull_without_a_purpose_is_refused_at_the_field_and_what_was_typed_stays()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var borrower = new Contact("Marisol", "Whitlock");
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(borrower));
        var loan = await organization.LoanAsync(Milestone.Processing, ana, with: l => l.AddParty(borrower.Id, borrower.Name, LoanPartyRole.Borrower));
        await using var hers = await browser.SignedInAsync(ana);
        var page = await hers.OpenAsync($"/loans/{loan}?tab=credit");

        await page.GetByRole(AriaRole.Button, new() { Name = "Record a pull" }).ClickAsync();
        await Choice(page, "How").SelectOptionAsync("ElectronicSignature");
        await page.GetByLabel("When", new() { Exact = true }).FillAsync($"{Today:yyyy-MM-dd}");
        await page.GetByLabel("Where it can be looked up").FillAsync("Application, page 4");
        foreach (var (bureau, score) in new[] { ("Equifax", "702"), ("Experian", "688"), ("TransUnion", "715") }) await page.GetByLabel($"Score of {bureau}").FillAsync(score);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the pull" }).ClickAsync();
        await Assertions.Expect(page.Locator(".help.bad")).ToContainTextAsync("15 USC 1681b(f)");
        await page.AssertAccessibleAsync();

        await Choice(page, "Why it is permissible").SelectOptionAsync("credit.purpose.credit-transaction");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the pull" }).ClickAsync();
        await Assertions.Expect(page.Locator("#fig-representative-score summary b")).ToHaveTextAsync("702");
        await page.AssertAccessibleAsync();
    }

    // A label around a select holds the words of its options too.
    private static ILocator Choice(IPage page, string label) => page.Locator("label.field", new() { Has = page.GetByText(label, new() { Exact = true }) }).Locator("select");

    private static async Task FundedAsync(TestOrganization organization, TestMember officer)
    {
        var borrower = new Contact("Marisol", "Whitlock");
        Assert.True(borrower.ReachBy("marisol@example.com", null).IsDone);
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(borrower));
        var loan = await organization.LoanAsync(Milestone.Completion, officer, with: l =>
        {
            l.SetTerms(l.Terms() with { Amount = 360_000, PurchasePrice = 450_000, AppraisedValue = 450_000, MortgageType = MortgageType.Conventional, Occupancy = Occupancy.PrimaryResidence, NoteRate = 7.5m, TermMonths = 360 });
            l.Reach(Milestone.Funding, Today.AddMonths(-26));
            l.AddParty(borrower.Id, borrower.Name, LoanPartyRole.Borrower);
        });
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.Members.SingleAsync(member => member.Id == officer.Id)).NmlsId = "9942007";
            var head = new Letterhead(organization.Id);
            Assert.True(head.Write(new("Harborline Lending, LLC", "1482207", "14 Quay Street", "Portland, ME 04101", null, null, "#0f6b4f", null)).IsDone);
            unit.Db.Letterheads.Add(head);
            var facts = new LoanQualification(loan);
            facts.Write(new Worksheet(new LoanTerms(null, null, null, null, null, null, null, null, null, null), new HousingCosts(), new ClosingFacts(FirstPaymentOn: new DateOnly(Today.Year, Today.Month, 1).AddMonths(-23)), [], [], []));
            unit.Db.LoanQualifications.Add(facts);
            unit.Db.Consents.Add(Consent.Record(borrower, new(ConsentChannel.Email, ConsentPurpose.Marketing, true, unit.At.AddDays(-1), ConsentMethod.WebForm, "Yes, tell me about offers.", "Survey"), null, unit.At).Value!);
            return true;
        });
    }
}
