using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Harness;

/// <summary>Words browser tests are written in.</summary>
public static class PageWords
{
    private static readonly string[] serious = ["serious", "critical"];

    /// <summary>Opens an address and waits until the page answers to keys and clicks.</summary>
    public static async Task<IPage> OpenAsync(this IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.UntilLiveAsync();
        return page;
    }

    /// <summary>Waits until the circuit stands and the page is interactive.</summary>
    public static Task UntilLiveAsync(this IPage page) => page.Locator("html[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until the grid shows rows that answer to keys and clicks: its script comes a moment after the rows.</summary>
    public static Task UntilGridAnswersAsync(this IPage page) => page.Locator(".dt-wrap[data-wired] tbody tr").First.WaitForAsync();

    /// <summary>Waits until the board answers to drags and keys: its script gives one card the tab stop.</summary>
    public static async Task UntilBoardAsync(this IPage page)
    {
        await page.UntilLiveAsync();
        await page.Locator(".board a.card-name[tabindex='0']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>The column of a stage.</summary>
    public static ILocator Column(this IPage page, string stage) => page.Locator($"li.col[data-name='{stage}']");

    /// <summary>The card of a borrower.</summary>
    public static ILocator Card(this IPage page, string borrower) => page.Locator($"li.card[data-name='{borrower}']");

    /// <summary>The row of a borrower in the grid.</summary>
    public static ILocator Row(this IPage page, string borrower) => page.Locator("table[role=grid] tbody tr", new() { Has = page.GetByRole(AriaRole.Link, new() { Name = borrower, Exact = true }) });

    /// <summary>Fails when axe finds something serious.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rule">The one rule to ask about; null asks about all.</param>
    public static async Task AssertAccessibleAsync(this IPage page, string? rule = null)
    {
        var found = await page.RunAxe(rule is null ? null : new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = [rule] } });
        var grave = found.Violations.Where(violation => serious.Contains(violation.Impact))
            .Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}").ToList();
        Assert.True(grave.Count == 0, $"{page.Url}\n{string.Join('\n', grave)}");
    }

    /// <summary>Keeps a picture of the page beside the test results.</summary>
    public static async Task KeepPictureAsync(this IPage page, string name)
    {
        var folder = Path.Combine(AppProcess.Repository, "artifacts", "screens");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }
}
