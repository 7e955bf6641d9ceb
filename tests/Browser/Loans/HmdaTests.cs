using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

/// <summary>The sides of a loan that regulations shaped: who applies, the fees and their tolerance, and two people in one form.</summary>
public sealed class HmdaTests(CrmBrowser browser)
{
    [Fact]
    public async Task An_officer_records_who_applies_without_seeing_it_again_and_compliance_reads_it()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var ira = await organization.MemberAsync(BuiltInRole.Compliance, "Ira", "Vance");
        var loan = await GivenAsync(organization, ana);
        await using var hers = await browser.SignedInAsync(ana);
        var page = await hers.OpenAsync($"/loans/{loan}?tab=hmda");
        await Assertions.Expect(page.GetByText("It was not collected.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Record who Marisol Whitlock is" }).ClickAsync();
        await page.GetByLabel("How the application was taken").SelectOptionAsync("Face to face, or by video");
        await page.GetByLabel("Age on the day of the application").FillAsync("41");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Note the ethnicity, or that it was not provided.")).ToBeVisibleAsync();
        await page.GetByLabel("Other Hispanic or Latino", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Other Hispanic or Latino, in the applicant’s word").FillAsync("Colombian");
        await page.GetByLabel("White", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Female", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Noted from sight or surname, because it was not provided").Nth(2).CheckAsync();
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync("hmda-collecting");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Face to face, or by video, ", new() { Exact = false })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Colombian");
        await page.KeepPictureAsync("hmda-collected");

        await using var his = await browser.SignedInAsync(ira);
        var iras = await his.OpenAsync($"/loans/{loan}?tab=hmda");
        await Assertions.Expect(iras.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Colombian");
        await iras.GetByRole(AriaRole.Button, new() { Name = "Show for the register" }).ClickAsync();
        await Assertions.Expect(iras.GetByRole(AriaRole.Main)).ToContainTextAsync("Other Hispanic or Latino (14), “Colombian”");
        await Assertions.Expect(iras.GetByRole(AriaRole.Main)).ToContainTextAsync("Female (2); noted from sight or surname");
        await iras.AssertAccessibleAsync();
        await iras.KeepPictureAsync("hmda-compliance");

        await using var phone = await browser.SignedInAsync(ana, new Viewing(IsDark: true, IsPhone: true));
        var small = await phone.OpenAsync($"/loans/{loan}?tab=hmda");
        await small.GetByRole(AriaRole.Button, new() { Name = "Record again who Marisol Whitlock is" }).ClickAsync();
        await small.AssertAccessibleAsync();
        await small.GetByLabel("How the application was taken").ScrollIntoViewIfNeededAsync();
        await small.KeepPictureAsync("hmda-collecting-390-dark");
    }

    [Fact]
    public async Task Two_people_in_one_fee_settle_it_in_a_dialog_with_both_values()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var loan = await GivenAsync(organization, ana);
        await using var hers = await browser.SignedInAsync(ana);
        await using var his = await browser.SignedInAsync(sam);
        var (anas, sams) = (await hers.OpenAsync($"/loans/{loan}?tab=fees"), await his.OpenAsync($"/loans/{loan}?tab=fees"));
        foreach (var page in (IPage[])[anas, sams])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Acts on Appraisal" }).ClickAsync();
            await page.GetByRole(AriaRole.Menuitem, new() { Name = "Change" }).ClickAsync();
        }
        await sams.GetByLabel("Charged, $").FillAsync("700");
        await sams.GetByLabel("Paid to").FillAsync("Acme Appraisals");
        await sams.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(sams.GetByLabel("Charged, $")).ToHaveCountAsync(0);

        await anas.GetByLabel("Charged, $").FillAsync("650");
        await anas.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        var dialog = anas.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("$700");
        await Assertions.Expect(dialog).ToContainTextAsync("$650");
        await Assertions.Expect(dialog).Not.ToContainTextAsync("Acme");   // only one of them wrote that
        await anas.AssertAccessibleAsync();
        await anas.KeepPictureAsync("fees-conflict");
        await dialog.GetByRole(AriaRole.Radio).Last.CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(anas.GetByRole(AriaRole.Table)).ToContainTextAsync("$650");
        await Assertions.Expect(anas.GetByRole(AriaRole.Table)).ToContainTextAsync("Acme Appraisals");
    }

    [Fact]
    public async Task Two_people_in_one_condition_settle_it_in_a_dialog_with_both_values()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var loan = await GivenAsync(organization, ana);
        await using var hers = await browser.SignedInAsync(ana);
        await using var his = await browser.SignedInAsync(sam);
        var (anas, sams) = (await hers.OpenAsync($"/loans/{loan}?tab=conditions"), await his.OpenAsync($"/loans/{loan}?tab=conditions"));
        foreach (var page in (IPage[])[anas, sams])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More for condition 1" }).ClickAsync();
            await page.GetByRole(AriaRole.Menuitem, new() { Name = "Change" }).ClickAsync();
        }
        await sams.GetByLabel("Condition", new() { Exact = true }).FillAsync("Two years of tax returns, signed");
        await sams.GetByRole(AriaRole.Button, new() { Name = "Save the condition" }).ClickAsync();
        await Assertions.Expect(sams.GetByRole(AriaRole.Button, new() { Name = "Save the condition" })).ToHaveCountAsync(0);

        await anas.GetByLabel("Condition", new() { Exact = true }).FillAsync("Two years of tax returns with all schedules");
        await anas.KeepPictureAsync("condition-change");
        await anas.GetByRole(AriaRole.Button, new() { Name = "Save the condition" }).ClickAsync();
        var dialog = anas.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Two years of tax returns, signed");
        await Assertions.Expect(dialog).ToContainTextAsync("Two years of tax returns with all schedules");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(anas.GetByRole(AriaRole.Main)).ToContainTextAsync("Two years of tax returns, signed");   // theirs stands unless mine is chosen
    }

    private static Task<Guid> GivenAsync(TestOrganization organization, TestMember officer) => organization.SaveAsync(unit =>
    {
        var contact = new Contact("Marisol", "Whitlock");
        unit.Db.Contacts.Add(contact);
        var stage = unit.Db.PipelineStages.Single(one => one.Milestone == Milestone.Processing);
        var loan = Loan.Open("H-0001", contact.Name, stage, officer.Id, by: officer.Id, at: unit.At.AddDays(-30));
        loan.SetTerms(loan.Terms() with { Amount = 409_600m, PurchasePrice = 512_000m, AppraisedValue = 512_000m, Purpose = LoanPurpose.Purchase, Occupancy = Occupancy.PrimaryResidence, NoteRate = 6.375m, TermMonths = 360, Product = "Conv 30" });
        loan.LocateProperty("214 Alder Court", "Wells Harbor", "ME", "04090");
        loan.Reach(Milestone.Application, new DateOnly(2026, 11, 2));
        loan.AddParty(contact.Id, contact.Name, LoanPartyRole.Borrower);
        unit.Db.Loans.Add(loan);
        var fee = new Fee(loan.Id);
        fee.Set(new FeeTerms(FeeSection.B, "Appraisal", null, Fee.UsualBucket(FeeSection.B), 600m, 600m, null, false), null);
        unit.Db.Fees.Add(fee);
        unit.Db.LoanConditions.Add(LoanCondition.Open(loan.Id, 1, ConditionCategory.PriorToDocs, "Two years of tax returns", null, officer.Id, unit.At).Value!);
        return Task.FromResult(loan.Id);
    });
}
