using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class BoardSelectionTests(CrmBrowser browser)
{
    [Fact]
    public async Task Several_loans_move_with_one_drag_one_message_and_one_undo()
    {
        var (page, messages) = await BoardAsync();
        await page.Card("Ada").Locator("a.card-name").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Card("Cid").HoverAsync();
        await page.Card("Cid").Locator("[data-check]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-bulk] [data-chosen]")).ToHaveTextAsync("3 selected · $1.23 M");

        messages.Clear();
        await page.Card("Bob").DragToAsync(page.Column("Pre-qualified"));

        await Assertions.Expect(page.GetByText("Moved 3 loans to Pre-qualified")).ToBeVisibleAsync();
        await Assertions.Expect(page.Column("Pre-qualified").Locator(".card")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("[data-bulk]")).ToBeHiddenAsync();
        Assert.Single(messages, message => message.Contains("MoveManyAsync", StringComparison.Ordinal));
        Assert.DoesNotContain(messages, message => message.Contains("\"MoveAsync", StringComparison.Ordinal));

        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Column("New lead").Locator(".card")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Column("Contacted").Locator(".card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task While_several_are_dragged_every_column_shows_what_its_sum_becomes_and_escape_puts_all_back()
    {
        var (page, _) = await BoardAsync();
        await page.Card("Ada").Locator("a.card-name").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await page.Card("Cid").Locator("a.card-name").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });

        var (from, to) = ((await page.Card("Ada").BoundingBoxAsync())!, (await page.Column("Pre-qualified").BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + 30, from.Y + 30);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + 15, to.Y + 200, new() { Steps = 6 });

        await Assertions.Expect(page.Locator(".card-many")).ToHaveTextAsync("2 loans · $819 k");
        await Assertions.Expect(page.Column("Pre-qualified").Locator("[data-change]")).ToHaveAttributeAsync("data-preview", "+$819,200");
        await Assertions.Expect(page.Column("New lead").Locator("[data-change]")).ToHaveAttributeAsync("data-preview", "−$409,600");
        await Assertions.Expect(page.Column("Contacted").Locator("[data-change]")).ToHaveAttributeAsync("data-preview", "−$409,600");
        await Assertions.Expect(page.GetByText("Withdrawn").First).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator("[data-preview]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-bulk] [data-chosen]")).ToHaveTextAsync("2 selected · $819 k");
    }

    [Fact]
    public async Task Going_back_asks_once_and_a_closed_question_leaves_all_selected()
    {
        var (page, _) = await BoardAsync();
        await page.Card("Dora").Locator("a.card-name").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("x");

        await page.Keyboard.PressAsync("5");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Move 2 of 2 loans back to Application?" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-bulk] [data-chosen]")).ToContainTextAsync("2 selected");
        await Assertions.Expect(page.Column("Processing").Locator(".card")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Button, new() { Name = "Move to…" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Application" }).ClickAsync();
        await page.GetByLabel("Reason").FillAsync("Income documents were of the wrong year");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Column("Application").Locator(".card")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByText("Moved 2 loans to Application")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Those_that_may_not_move_are_named_with_their_reasons_and_stay_selected()
    {
        var (page, _) = await BoardAsync();
        foreach (var name in new[] { "Ada", "Bob", "Cid", "Dora" })
        {
            await page.Card(name).Locator("a.card-name").FocusAsync();
            await page.Keyboard.PressAsync("x");
        }

        await page.Keyboard.PressAsync("9");

        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "4 loans stayed where they are" });
        await Assertions.Expect(dialog.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("AdaClear to close needs");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-bulk] [data-chosen]")).ToContainTextAsync("4 selected");

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-bulk]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_a_phone_the_menu_selects_and_moves()
    {
        var (page, _) = await BoardAsync(new(IsPhone: true));
        await page.Locator("[data-pick]").First.ClickAsync();

        await page.Card("Ada").Locator("[data-move]").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Select" }).ClickAsync();
        await page.Card("Bob").Locator("[data-check]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-bulk] [data-chosen]")).ToHaveTextAsync("2 selected · $819 k");
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync("board-selection-phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move to…" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Contacted" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Moved 2 loans to Contacted")).ToBeVisibleAsync();
    }

    /// <summary>A board with two new leads, one contacted and two in processing, and what the page tells the server.</summary>
    private async Task<(IPage, List<string> Messages)> BoardAsync(Viewing? viewing = null)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        foreach (var (name, at) in ((string, Milestone)[])[("Ada", Milestone.Lead), ("Bob", Milestone.Lead), ("Cid", Milestone.Contacted), ("Dora", Milestone.Processing), ("Eli", Milestone.Processing)])
            await organization.LoanAsync(at, ana, name);
        var context = await browser.SignedInAsync(ana, viewing);
        var page = await context.NewPageAsync();
        var messages = new List<string>();
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => messages.Add(frame.Binary is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : frame.Text ?? "");
        await page.GotoAsync("/loans");
        await page.UntilBoardAsync();
        return (page, messages);
    }
}
