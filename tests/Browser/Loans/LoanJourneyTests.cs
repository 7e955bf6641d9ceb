using System.Globalization;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using CrmStudio.Testing.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

/// <summary>One loan from the application to the money, as its officer works it, with papers its borrower sends from a phone.</summary>
public sealed class LoanJourneyTests(CrmBrowser browser)
{
    private static readonly TimeZoneInfo office = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), office).DateTime);

    [Fact]
    public async Task A_purchase_goes_from_the_application_to_funded_and_is_held_where_a_rule_holds_it()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await GivenAsync(organization, ana);
        await using var context = await browser.SignedInAsync(ana);
        var page = await context.OpenAsync($"/loans/{loan}?tab=clocks");

        // Three weeks ago the sixth piece came: the clocks run, and without a Loan Estimate underwriting is out of reach.
        foreach (var piece in await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^received") }).AllAsync()) await piece.CheckAsync();
        await page.GetByLabel("When they first came").FillAsync($"{Today.AddDays(-21):yyyy-MM-dd}T10:15");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note as received" }).ClickAsync();
        await Assertions.Expect(page.GetByText("6 of 6")).ToBeVisibleAsync();
        await MoveAsync(page, "Application");
        await MoveAsync(page, "Processing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move to Submitted to UW" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast", new() { HasText = "has not gone out (12 CFR 1026.19(e)(1)(iii)(A))" })).ToBeVisibleAsync();
        await page.KeepPictureAsync("journey-held");

        await TabAsync(page, "Disclosures");
        await DiscloseAsync(page, "Loan Estimate", Today.AddDays(-20));
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Loan Estimate 1");
        await TabAsync(page, "Clocks");
        await Field(page, "What").SelectOptionAsync("Intent to proceed");
        await Field(page, "On").FillAsync($"{Today.AddDays(-19):yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("recorded by Ana Reyes")).ToBeVisibleAsync();

        await BorrowerSendsAsync(page);
        await MoveAsync(page, "Submitted to UW");
        await MoveAsync(page, "Conditional approval");

        // A condition prior to docs holds the loan before the closing, not before that.
        await TabAsync(page, "Conditions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add conditions" }).First.ClickAsync();
        await page.GetByLabel("Conditions, one per line").FillAsync("Prior to docs\n1. Verbal verification of employment");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look through" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 1 condition" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 open of 1")).ToBeVisibleAsync();
        await MoveAsync(page, "Clear to close");
        await TabAsync(page, "Disclosures");
        await DiscloseAsync(page, "Closing Disclosure", Today.AddDays(-7));
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Closing Disclosure 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move to Docs out / Closing" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast", new() { HasText = "all prior-to-docs conditions cleared (“Verbal verification of employment”)" })).ToBeVisibleAsync();
        await TabAsync(page, "Conditions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear condition 1" }).ClickAsync();
        await Assertions.Expect(page.GetByText("0 open of 1")).ToBeVisibleAsync();
        await MoveAsync(page, "Docs out / Closing");
        await MoveAsync(page, "Funded");

        await page.GotoAsync($"/loans/{loan}");
        await page.UntilLiveAsync();
        await Assertions.Expect(page.Locator(".srail [aria-current=step]")).ToContainTextAsync("Funded");
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync("journey-funded");
        Assert.Equal(Today, (await organization.SaveAsync(unit => unit.Db.Loans.AsNoTracking().SingleAsync(one => one.Id == loan))).FundedOn);
    }

    private static Task<Guid> GivenAsync(TestOrganization organization, TestMember officer) => organization.SaveAsync(async unit =>
    {
        var contact = new Contact("Marisol", "Whitlock");
        contact.ReachBy("marisol@example.com", null);
        unit.Db.Contacts.Add(contact);
        var stage = await unit.Db.PipelineStages.SingleAsync(one => one.Milestone == Milestone.PreApproval);
        var loan = Loan.Open("J-0001", contact.Name, stage, officer.Id, by: officer.Id, at: unit.At.AddDays(-30));
        loan.SetTerms(loan.Terms() with { Amount = 409_600m, PurchasePrice = 512_000m, AppraisedValue = 512_000m, Purpose = LoanPurpose.Purchase, Occupancy = Occupancy.PrimaryResidence, NoteRate = 6.375m, TermMonths = 360, Product = "Conv 30" });
        loan.LocateProperty("214 Alder Court", "Wells Harbor", "ME", "04090");
        loan.Lock(Today.AddDays(-19), Today.AddDays(20));
        loan.CloseOn(Today);
        loan.AddParty(contact.Id, contact.Name, LoanPartyRole.Borrower);
        unit.Db.Loans.Add(loan);
        return loan.Id;
    });

    private async Task BorrowerSendsAsync(IPage page)
    {
        await TabAsync(page, "Documents");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for documents" }).First.ClickAsync();
        await page.GetByLabel("Pay stubs, last 30 days").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("0 of 1 accepted").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mail the list to the borrower, make or revoke links" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Make a link to send yourself" }).ClickAsync();
        var link = await page.GetByLabel("The borrower's link").InputValueAsync();

        await using var phone = await browser.AnonymousAsync(new Viewing(IsDark: false, IsPhone: true));
        var mine = await phone.NewPageAsync();
        await mine.GotoAsync(new Uri(link).PathAndQuery);
        await Assertions.Expect(mine.GetByRole(AriaRole.Heading, new() { Name = "Documents for your loan" })).ToBeVisibleAsync();
        await mine.AssertAccessibleAsync();
        await mine.KeepPictureAsync("journey-borrower-390");
        await mine.GetByLabel("Photo or file for Pay stubs, last 30 days").SetInputFilesAsync(new FilePayload { Name = "IMG_2044.jpg", MimeType = "image/jpeg", Buffer = Specimen.PhonePhoto() });
        await Assertions.Expect(mine.GetByText("Being checked")).ToBeVisibleAsync();
        await mine.KeepPictureAsync("journey-borrower-sent-390");

        await page.GetByRole(AriaRole.Link, new() { Name = "Review Pay stubs, last 30 days" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Removed: location")).ToBeVisibleAsync();
        await page.KeepPictureAsync("journey-review");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 of 1 accepted").First).ToBeVisibleAsync();
    }

    private static async Task DiscloseAsync(IPage page, string which, DateOnly on)
    {
        await Field(page, "Disclosure").SelectOptionAsync(which);
        await page.GetByLabel("Delivered or mailed on").FillAsync(on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Field(page, "How").SelectOptionAsync("In person");
        await page.GetByLabel("APR, %").FillAsync("6.512");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
    }

    private static ILocator Field(IPage page, string label) => page.Locator("label.field", new() { Has = page.Locator(".lab", new() { HasTextRegex = new($"^{label}$") }) }).Locator("select, input");

    private static async Task TabAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Loan" }).GetByRole(AriaRole.Link, new() { NameRegex = new($"^{name}") }).ClickAsync();
        await page.WaitForURLAsync($"**tab={name.ToLowerInvariant()}*");
    }

    private static async Task MoveAsync(IPage page, string stage)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Move to {stage}", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".srail [aria-current=step]")).ToContainTextAsync(stage);
    }
}
