using System.Text;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Shell;

/// <summary>What was typed is still there: after a restart of the server, a lost line, on another device.</summary>
public sealed class DraftTests(CrmBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restart_of_the_server_in_the_middle_of_a_word_loses_no_letter()
    {
        var (organization, ana) = await StartAsync();
        await using var app = await browser.AnotherAppAsync();
        await using var context = await browser.SignedInAsync(ana, at: app);
        var page = await context.OpenAsync("/loans/new");
        await page.GetByLabel("First name").FillAsync("Noel");
        await page.GetByLabel("Amount").FillAsync("412k");
        await page.GetByLabel("Last name").PressSequentiallyAsync("Far");
        await page.EvaluateAsync("() => window.before = true");

        var restart = app.RestartAsync();
        await page.Locator("#components-reconnect-modal.components-reconnect-show").WaitForAsync();
        await page.GetByLabel("Last name").PressSequentiallyAsync("row");
        await restart;

        await page.WaitForFunctionAsync("() => !window.before && document.documentElement.hasAttribute('data-live')", null, new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("Restored what you typed at")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("First name")).ToHaveValueAsync("Noel");
        await Assertions.Expect(page.GetByLabel("Last name")).ToHaveValueAsync("Farrow");
        await Assertions.Expect(page.GetByLabel("Amount")).ToHaveValueAsync("412,000");
        await Assertions.Expect(page.GetByLabel("Last name")).ToBeFocusedAsync();
        await page.KeepPictureAsync("new-loan-restored-light");

        await page.Keyboard.TypeAsync("s");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Noel Farrows", Level = 1 })).ToBeVisibleAsync();
        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.Drafts.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_note_begun_at_the_desk_goes_on_at_the_phone_until_it_is_saved()
    {
        var (organization, ana) = await StartAsync();
        var loan = await organization.LoanAsync(Milestone.Processing, ana);
        await using var desk = await browser.SignedInAsync(ana);
        var begun = await desk.OpenAsync($"/loans/{loan}");
        await begun.Locator("[data-kept]").First.WaitForAsync();   // what is typed before the keeper listens is kept with the next letter only
        await begun.GetByLabel("Note or call").PressSequentiallyAsync("Called about the appraisal");
        await UntilKeptAsync(organization, "appraisal");
        await begun.CloseAsync();

        await using var phone = await browser.SignedInAsync(ana, new Viewing(IsPhone: true));
        var page = await phone.OpenAsync($"/loans/{loan}");
        await Assertions.Expect(page.GetByLabel("Note or call")).ToHaveValueAsync("Called about the appraisal");
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync("loan-note-restored-390");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the note" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tl")).ToContainTextAsync("Called about the appraisal");

        await page.ReloadAsync();
        await page.UntilLiveAsync();
        await Assertions.Expect(page.Locator(".tl")).ToContainTextAsync("Called about the appraisal");
        await Assertions.Expect(page.GetByLabel("Note or call")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator(".draft-note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_form_of_a_loan_opens_with_what_was_typed_and_says_what_somebody_else_changed_since()
    {
        var (organization, ana) = await StartAsync();
        var loan = await organization.LoanAsync(Milestone.Processing, ana);
        await using var context = await browser.SignedInAsync(ana);
        var page = await context.OpenAsync($"/loans/{loan}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await page.Locator("form.loan-form[data-kept]").WaitForAsync();
        await page.GetByLabel("Amount").FillAsync("450,000");
        await page.GetByLabel("City").FillAsync("Stillwater");
        await UntilKeptAsync(organization, "Stillwater");
        await organization.SaveAsync(unit =>
        {
            var changed = unit.Db.Loans.Single(one => one.Id == loan);
            changed.SetTerms(changed.Terms() with { Amount = 500_000m, NoteRate = 6.5m });
        });

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("City")).ToHaveValueAsync("Stillwater");
        await Assertions.Expect(page.Locator(".draft-note")).ToContainTextAsync("Meanwhile somebody changed Amount: compare before you save.");
        await Assertions.Expect(page.GetByLabel("Amount")).ToHaveValueAsync("450,000");
        await Assertions.Expect(page.GetByLabel("Rate, %")).ToHaveValueAsync("6.5000");   // not typed into, so it shows what is saved now
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync("loan-edit-restored-light");

        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Amount")).ToHaveValueAsync("500,000");
        await Assertions.Expect(page.GetByLabel("City")).ToHaveValueAsync("Wells Harbor");
        await page.ReloadAsync();
        await page.UntilLiveAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Edit" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Columns_matched_for_an_import_stay_matched()
    {
        var (organization, ana) = await StartAsync();
        Guid import;
        await using (var scope = await browser.Crm.AsAsync(ana))
            import = (await scope.ServiceProvider.GetRequiredService<ReceiveFile>().RunAsync(new("loans", new MemoryStream(Encoding.UTF8.GetBytes("Loan Number,Borrower First Name,Borrower Last Name,Remark\n26-1,Ada,Quill,Conv 30\n")), "loans.csv"), Ct)).Value;
        await using var context = await browser.SignedInAsync(ana);
        var page = await context.OpenAsync($"/loans/import/{import}");
        await page.GetByLabel("Remark").SelectOptionAsync("Product");
        await page.GetByLabel("Change the loan; empty cells change nothing").CheckAsync();
        await UntilKeptAsync(organization, "Update");

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Restored what you typed at")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Remark")).ToHaveValueAsync("Product");
        await Assertions.Expect(page.GetByLabel("Change the loan; empty cells change nothing")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByText("4 of 4 are taken in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_while_the_line_is_down_reaches_the_same_page_when_it_is_back()
    {
        var (organization, ana) = await StartAsync();
        await using var context = await browser.SignedInAsync(ana);
        var page = await context.NewPageAsync();
        var (line, isUp) = (new List<IWebSocketRoute>(), true);
        await page.RouteWebSocketAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), socket =>
        {
            if (!isUp) _ = socket.CloseAsync();
            else line.Add(socket.ConnectToServer());
        });
        await page.GotoAsync("/loans/new");
        await page.UntilLiveAsync();
        await page.EvaluateAsync("() => window.before = true");

        isUp = false;
        foreach (var server in line) await server.CloseAsync();
        await page.Locator("#components-reconnect-modal.components-reconnect-show").WaitForAsync();
        await page.GetByLabel("First name").FillAsync("Noel");
        await page.GetByLabel("Last name").FillAsync("Farrow");
        isUp = true;
        await page.Locator("#components-reconnect-modal:not(.components-reconnect-show):not(.components-reconnect-failed)").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });

        Assert.True(await page.EvaluateAsync<bool>("() => window.before === true"));   // the same page, not a new one
        await page.GetByLabel("Last name").PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Noel Farrow", Level = 1 })).ToBeVisibleAsync();
        Assert.NotEqual(Guid.Empty, organization.Id);
    }

    private static async Task UntilKeptAsync(TestOrganization organization, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await organization.SaveAsync(unit => unit.Db.Drafts.AnyAsync(draft => draft.Text.Contains(text), patience.Token))) await Task.Delay(50, patience.Token);
    }

    private async Task<(TestOrganization, TestMember Ana)> StartAsync()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        return (organization, await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"));
    }
}
