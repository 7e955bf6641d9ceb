using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class RecordConflictTests(CrmBrowser browser)
{
    [Fact]
    public async Task Two_members_who_change_the_same_field_of_a_record_see_both_values_and_nothing_is_overwritten_unseen()
    {
        var (organization, loan, ana, sam) = await BothEditAsync();
        await ana.GetByLabel("City").FillAsync("Portland");
        await ana.GetByLabel("Product").FillAsync("FHA 30");
        await sam.GetByLabel("City").FillAsync("Kennebunk");
        await sam.GetByLabel("Street").FillAsync("9 Ferry Road");
        await SaveAsync(sam);
        await Assertions.Expect(sam.GetByText("Changed Marisol Whitlock")).ToBeVisibleAsync();

        await SaveAsync(ana);
        var dialog = ana.GetByRole(AriaRole.Dialog, new() { Name = "Marisol Whitlock was changed meanwhile" });
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio, new() { Name = "Theirs Kennebunk" })).ToBeCheckedAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio, new() { Name = "Yours Portland" })).Not.ToBeCheckedAsync();
        await Assertions.Expect(dialog.GetByText("9 Ferry Road")).ToHaveCountAsync(0);
        Assert.Equal("Kennebunk", await CityAsync(organization, loan));
        await ana.AssertAccessibleAsync();
        await ana.KeepPictureAsync("record-conflict");

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Back to the form" }).ClickAsync();
        await Assertions.Expect(ana.GetByLabel("City")).ToHaveValueAsync("Portland");
        Assert.Equal("Kennebunk", await CityAsync(organization, loan));

        await SaveAsync(ana);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Yours Portland" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(ana.GetByText("Kept what somebody else changed meanwhile: Street")).ToBeVisibleAsync();
        await Assertions.Expect(ana.GetByText("9 Ferry Road, Portland").First).ToBeVisibleAsync();
        Assert.Equal("Portland", await CityAsync(organization, loan));
    }

    [Fact]
    public async Task Two_members_who_change_different_fields_of_a_record_both_keep_theirs()
    {
        var (organization, loan, ana, sam) = await BothEditAsync();
        await ana.GetByLabel("City").FillAsync("Portland");
        await sam.GetByLabel("Product").FillAsync("FHA 30");
        await SaveAsync(sam);
        await Assertions.Expect(sam.GetByText("Changed Marisol Whitlock")).ToBeVisibleAsync();

        await SaveAsync(ana);

        await Assertions.Expect(ana.GetByText("Kept what somebody else changed meanwhile: Product")).ToBeVisibleAsync();
        var saved = await organization.SaveAsync(unit => unit.Db.Loans.AsNoTracking().SingleAsync(one => one.Id == loan));
        Assert.Equal(("Portland", "FHA 30"), (saved.PropertyCity, saved.Product));
    }

    private async Task<(TestOrganization, Guid Loan, IPage Ana, IPage Sam)> BothEditAsync()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var loan = await organization.LoanAsync(Milestone.Processing, ana);
        return (organization, loan, await EditAsync(ana, loan), await EditAsync(sam, loan));
    }

    private async Task<IPage> EditAsync(TestMember member, Guid loan)
    {
        var page = await (await browser.SignedInAsync(member)).OpenAsync($"/loans/{loan}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await page.GetByLabel("City").WaitForAsync();
        return page;
    }

    private static Task SaveAsync(IPage page) => page.Locator(".loan-form").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

    private static Task<string?> CityAsync(TestOrganization organization, Guid loan) => organization.SaveAsync(unit => unit.Db.Loans.Where(one => one.Id == loan).Select(one => one.PropertyCity).SingleAsync());
}
