using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

/// <summary>Two members at one loan know of each other, on its page and on its card.</summary>
public sealed class PresenceTests(CrmBrowser browser)
{
    private static readonly LocatorAssertionsToContainTextOptions patience = new() { Timeout = 15_000 };

    [Fact]
    public async Task A_colleague_is_seen_to_come_to_edit_and_to_leave()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var loan = await organization.LoanAsync(Milestone.Processing, ana);
        await using var hers = await browser.SignedInAsync(ana);
        await using var his = await browser.SignedInAsync(sam);
        var mine = await hers.OpenAsync($"/loans/{loan}");
        var board = await hers.OpenAsync("/loans");
        Assert.Equal(0, await mine.Locator(".colleagues").CountAsync());

        var his1 = await his.OpenAsync($"/loans/{loan}");
        await Assertions.Expect(mine.GetByRole(AriaRole.Img, new() { Name = "Sam Whitaker is here" })).ToBeVisibleAsync();
        await Assertions.Expect(his1.GetByRole(AriaRole.Img, new() { Name = "Ana Reyes is here" })).ToBeVisibleAsync();
        await Assertions.Expect(board.Card("Marisol Whitlock").GetByRole(AriaRole.Img, new() { Name = "Sam Whitaker is here" })).ToBeVisibleAsync();

        await his1.Keyboard.PressAsync("e");
        await Assertions.Expect(mine.Locator("header.top")).ToContainTextAsync("Sam is editing", patience);
        await Assertions.Expect(board.Card("Marisol Whitlock").GetByRole(AriaRole.Img, new() { Name = "Sam Whitaker is editing" })).ToBeVisibleAsync();
        await mine.AssertAccessibleAsync();
        await mine.KeepPictureAsync("loan-editing-light");
        await board.KeepPictureAsync("board-presence-light");

        await his1.CloseAsync();
        await Assertions.Expect(mine.Locator(".colleagues")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        await Assertions.Expect(mine.Locator("header.top")).Not.ToContainTextAsync("editing");
    }
}
