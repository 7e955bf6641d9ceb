using System.Globalization;
using System.Text;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Loans;

public sealed class ImportTests(CrmBrowser browser)
{
    private const int Fillers = 100;
    private static readonly string scribble = new('x', 32_000);   // rows so wide that the file makes two chunks

    [Theory]
    [InlineData(BuiltInRole.Manager, "light", false, false)]
    [InlineData(BuiltInRole.Manager, "dark", true, false)]
    [InlineData(BuiltInRole.LoanOfficer, "390", false, true)]
    public async Task A_file_of_loans_is_matched_mended_written_seen_in_the_pipeline_and_taken_back(BuiltInRole role, string look, bool isDark, bool isPhone)
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(role, "Ana", "Reyes");
        await using var context = await browser.SignedInAsync(ana, new Viewing(isDark, isPhone));
        var page = await context.OpenAsync("/loans/import");
        await JudgeAsync(page, look, "upload");

        await page.GetByLabel("CSV file, up to").SetInputFilesAsync(new FilePayload { Name = "harborline.csv", MimeType = "text/csv", Buffer = File() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await page.WaitForURLAsync("**/loans/import/*-*");
        await page.UntilLiveAsync();
        await Assertions.Expect(page.Locator("select[name=column-1]")).ToHaveValueAsync("BorrowerFirstName");
        await Assertions.Expect(page.GetByLabel("Scribbles")).ToHaveValueAsync("");
        await JudgeAsync(page, look, "match");

        await page.GetByRole(AriaRole.Button, new() { Name = "Check the rows" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Rows to fix" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "harborline.csv" })).ToBeFocusedAsync();
        await Assertions.Expect(Line(page, 4)).ToContainTextAsync("“a lot” is not an amount");
        await Assertions.Expect(Line(page, 6)).ToContainTextAsync("stands on line 2 already");
        await Assertions.Expect(Line(page, 7)).ToContainTextAsync("The cell holds a formula");
        await JudgeAsync(page, look, "check");

        await Line(page, 4).GetByLabel("Loan Amt").FillAsync("$275,000");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Line 4 can be imported now.")).ToBeVisibleAsync();
        await Line(page, 5).GetByRole(AriaRole.Button, new() { Name = "Use 6.75" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Line 5 can be imported now.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".rows > li")).ToHaveCountAsync(2);

        await using (await HoldAsync(organization, chunk: 1))
        {
            await page.GetByRole(AriaRole.Button, new() { Name = $"Import {Fillers + 4} rows" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "Running" })).ToHaveAttributeAsync("aria-valuenow", "50");
            await Assertions.Expect(page.Locator(".import-lead")).ToContainTextAsync($"of {Fillers + 4} rows done");
            await JudgeAsync(page, look, "write");
        }
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Rows that did not come in" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".import-figures")).ToContainTextAsync($"{Fillers + 4} new loans");
        await JudgeAsync(page, look, "done");

        var wizard = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "To the pipeline" }).ClickAsync();
        await page.GotoAsync("/loans?f=text.has.Thea");
        await Assertions.Expect(page.Card("Thea Abernathy")).ToBeVisibleAsync();
        await page.GotoAsync("/loans/grid?f=text.has.Lena");
        await Assertions.Expect(page.Row("Lena Brightwater").Locator("[data-col=amount]")).ToHaveTextAsync("$275,000");

        await page.GotoAsync("/loans/import");
        await page.GetByRole(AriaRole.Link, new() { Name = "harborline.csv" }).WaitForAsync();
        await JudgeAsync(page, look, "earlier");
        await page.GotoAsync(wizard);
        await page.UntilLiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the import back" }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]")).ToContainTextAsync($"{Fillers + 4} rows are reversed");
        await JudgeAsync(page, look, "ask");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Everything is as it was before the import.")).ToBeVisibleAsync();
        await JudgeAsync(page, look, "back");
        Assert.Equal((0, 0), await organization.SaveAsync(async unit => (await unit.Db.Loans.CountAsync(), await unit.Db.Contacts.CountAsync())));
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_refused_where_it_was_chosen()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        await using var context = await browser.SignedInAsync(await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"));
        var page = await context.OpenAsync("/loans/import");

        await page.GetByLabel("CSV file, up to").SetInputFilesAsync(new FilePayload { Name = "book.xlsx", MimeType = "application/zip", Buffer = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await Assertions.Expect(page.Locator(".imports .alert-bad")).ToContainTextAsync("Excel workbook");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Upload" })).ToBeEnabledAsync();
    }

    private static ILocator Line(IPage page, int line) => page.Locator(".rows > li", new() { Has = page.GetByText($"Line {line}", new() { Exact = true }) });

    private static async Task JudgeAsync(IPage page, string look, string step)
    {
        await page.UntilLiveAsync();
        await page.AssertAccessibleAsync();
        await page.KeepPictureAsync($"import-{step}-{look}");
    }

    private static byte[] File()
    {
        var text = new StringBuilder("""
            Loan #,Borrower First,Borrower Last,Borrower Email,Loan Amt,Rate,Loan Status,Scribbles
            H-1,Thea,Abernathy,thea@example.com,"$412,500",6.625,Processing,
            H-2,Curtis,Vandermeer,curtis@example.com,"$288,000",6.75,Clear to close,
            H-3,Lena,Brightwater,lena@example.com,a lot,6.25,Processing,
            H-4,Marcus,Ofori,marcus@example.com,"$240,000",675,Application,
            H-1,Thea,Abernathy,thea@example.com,"$412,500",6.625,Processing,
            H-6,"=HYPERLINK(""http://x"")",Formula,f@example.com,"$310,000",6.125,Processing,

            """);
        for (var i = 0; i < Fillers; i++) text.Append(CultureInfo.InvariantCulture, $"F-{i:000},Priya,Ramaswamy {i},p{i}@example.com,310000,6.5,New lead,{scribble}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Keeps the worker from finishing a chunk of the organization's import, until it is let go.</summary>
    private static async Task<Hold> HoldAsync(TestOrganization organization, int chunk)
    {
        var (held, letGo) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holding = organization.SaveAsync(async unit =>
        {
            await unit.Db.Database.ExecuteSqlAsync($"select from import_chunks where position = {chunk} for update");
            held.SetResult();
            await letGo.Task;
            return true;
        });
        await Task.WhenAny(held.Task, holding);
        return new Hold(letGo, holding);
    }

    private sealed record Hold(TaskCompletionSource LetGo, Task Holding) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            LetGo.TrySetResult();
            await Holding;
        }
    }
}
