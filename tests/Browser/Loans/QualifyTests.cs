using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class QualifyTests(CrmBrowser browser)
{
    [Fact]
    public async Task Two_officers_in_one_cell_settle_it_in_a_dialog_with_both_values()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var loan = await organization.LoanAsync(Milestone.Processing, ana);
        await using var hers = await browser.SignedInAsync(ana);
        await using var his = await browser.SignedInAsync(sam);
        var (anas, sams) = (await hers.OpenAsync($"/loans/{loan}?tab=qualify"), await his.OpenAsync($"/loans/{loan}?tab=qualify"));

        await Taxes(anas).FillAsync("450");
        await Assertions.Expect(anas.Locator("#fig-pitia summary b")).ToContainTextAsync(".");
        await Taxes(sams).FillAsync("500");
        await Save(sams).ClickAsync();
        await Assertions.Expect(Save(sams)).ToHaveCountAsync(0);
        await Save(anas).ClickAsync();

        var dialog = anas.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("450");
        await Assertions.Expect(dialog).ToContainTextAsync("500");
        await anas.AssertAccessibleAsync();
        await dialog.GetByRole(AriaRole.Radio).First.CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(Save(anas)).ToHaveCountAsync(0);
        await Assertions.Expect(Taxes(sams)).ToHaveValueAsync("450", new() { Timeout = 20_000 });
    }

    private static ILocator Taxes(IPage page) => page.GetByLabel("Property taxes");

    private static ILocator Save(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Save the sheet" });
}
