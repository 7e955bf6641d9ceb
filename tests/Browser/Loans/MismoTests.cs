using System.Text;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Testing;
using CrmStudio.Testing.Mismo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class MismoTests(CrmBrowser browser)
{
    [Fact]
    public async Task An_application_is_uploaded_looked_at_written_exported_and_taken_back()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await using var hers = await browser.SignedInAsync(ana);
        var page = await hers.OpenAsync("/loans/mismo");
        await page.AssertAccessibleAsync();

        await UploadAsync(page, "two-borrowers.xml", MismoSamples.Fresh("two-borrowers"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "two-borrowers.xml" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Amara Castellano" })).ToBeCheckedAsync();
        await page.GetByText("Taken out for privacy").ClickAsync();
        await Assertions.Expect(page.GetByText("Taxpayer identifier value")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync("900129012");
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync("mismo-preview");

        await page.GetByRole(AriaRole.Button, new() { Name = "Open the loan" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Jon Castellano" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Facts of the loan" })).ToContainTextAsync("Amara Castellano");
        var loan = await organization.SaveAsync(unit => unit.Db.Loans.Select(l => l.Id).SingleAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "MISMO", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Came from two-borrowers.xml" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export MISMO 3.4" }).ClickAsync());
        Assert.Equal("26-0509.xml", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("<LastName>Castellano</LastName>", text, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Open the loan" })).ToBeVisibleAsync();
        Assert.False(await organization.SaveAsync(unit => unit.Db.Loans.AnyAsync(l => l.Id == loan)));
    }

    [Fact]
    public async Task A_hostile_file_is_refused_in_words_and_the_app_goes_on()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await using var hers = await browser.SignedInAsync(ana, new Viewing(IsDark: true));
        var page = await hers.OpenAsync("/loans/mismo");

        await UploadAsync(page, "bomb.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE MESSAGE [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><MESSAGE>&x;</MESSAGE>");
        await Assertions.Expect(page.Locator("[role=alert].alert")).ToContainTextAsync("Line 2 declares a document type");
        await page.AssertAccessibleAsync();
        await UploadAsync(page, "deep.xml", "<MESSAGE xmlns=\"http://www.mismo.org/residential/2009/schemas\">" + string.Concat(Enumerable.Repeat("<A>", 100_000)));
        await Assertions.Expect(page.Locator("[role=alert].alert")).ToContainTextAsync("128 deep");

        await UploadAsync(page, "purchase-conventional.xml", MismoSamples.Fresh("purchase-conventional"));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Open the loan" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync("mismo-preview-dark");
    }

    private static async Task UploadAsync(IPage page, string name, string text)
    {
        await page.UntilLiveAsync();
        await page.Locator("#mismo-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/xml", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await page.UntilLiveAsync();
    }
}
