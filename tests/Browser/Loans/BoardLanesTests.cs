using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class BoardLanesTests(CrmBrowser browser)
{
    [Fact]
    public async Task Dragging_across_lanes_moves_the_stage_and_never_the_officer()
    {
        var (page, organization, ana) = await LanesAsync();

        await page.Card("Marisol Whitlock").DragToAsync(page.Column("Contacted").Locator(".card[data-name='Noel Farrow']"));

        await Assertions.Expect(page.Cell("Contacted", ana).Locator(".card[data-card][data-name='Marisol Whitlock']")).ToBeVisibleAsync();   // itself, not the copy that stands in while it is saved
        await Assertions.Expect(page.Locator(".card-stand")).ToHaveCountAsync(0);
        Assert.Equal(1, await organization.SaveAsync(unit => Task.FromResult(unit.Db.Loans.Count(loan => loan.OfficerId == ana.Id))));

        await page.Card("Marisol Whitlock").DragToAsync(page.Column("Contacted").Locator(".card[data-name='Noel Farrow']"));
        await Assertions.Expect(page.GetByText("Marisol Whitlock stays with Ana Reyes: dragging changes the stage only.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_menu_gives_a_loan_to_another_officer_and_it_changes_lanes()
    {
        var (page, _, ana) = await LanesAsync();
        await Assertions.Expect(page.Cell("New lead", ana).Locator(".card")).ToHaveCountAsync(1);

        await page.Card("Marisol Whitlock").Locator("a.card-name").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Give to another officer…" }).ClickAsync();
        await page.GetByLabel("Officer").SelectOptionAsync("Marc Dubois");
        await Assertions.Expect(page.GetByText("1 will change.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".lane")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".lane")).ToContainTextAsync("Marc Dubois");
    }

    [Fact]
    public async Task A_lane_folds_by_keyboard_stays_folded_and_keys_step_over_it()
    {
        var (page, _, _) = await LanesAsync();
        var lane = page.GetByRole(AriaRole.Button, new() { Name = "Ana Reyes" });

        await lane.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Card("Marisol Whitlock")).ToBeHiddenAsync();

        await page.ReloadAsync();
        await page.UntilBoardAsync();
        await Assertions.Expect(lane).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(page.Card("Marisol Whitlock")).ToBeHiddenAsync();
        await page.Locator("#main").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Card("Noel Farrow").Locator("a.card-name")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_grid_keeps_the_filters_and_gives_the_lanes_back()
    {
        var (page, _, _) = await LanesAsync("&f=text.has.Whitlock");

        await page.GetByRole(AriaRole.Link, new() { Name = "Grid", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Row("Marisol Whitlock")).ToBeVisibleAsync();
        await Assertions.Expect(page.Row("Noel Farrow")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".lane")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".lane")).ToContainTextAsync("Ana Reyes");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lanes_are_accessible_on_a_desk_and_on_a_phone(bool isPhone)
    {
        var (page, _, ana) = await LanesAsync(viewing: new(IsDark: isPhone, IsPhone: isPhone));

        if (isPhone) await page.Locator("[data-pick]").First.ClickAsync();
        await Assertions.Expect(page.Cell("New lead", ana).Locator(".card")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"board-lanes-{(isPhone ? "phone-dark" : "desk")}");
    }

    private async Task<(IPage, TestOrganization, TestMember Ana)> LanesAsync(string filter = "", Viewing? viewing = null)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        await organization.LoanAsync(Milestone.Lead, ana);
        await organization.LoanAsync(Milestone.Contacted, marc, "Noel Farrow");
        var context = await browser.SignedInAsync(sam, viewing);
        var page = await context.OpenAsync($"/loans?lanes=officer{filter}");
        await page.UntilBoardAsync();
        return (page, organization, ana);
    }
}

internal static class LaneWords
{
    /// <summary>An officer's part of a column.</summary>
    public static ILocator Cell(this IPage page, string stage, TestMember officer) => page.Column(stage).Locator($".cards[data-lane='{officer.Id}']");
}
