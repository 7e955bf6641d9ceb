using CrmStudio.Browser.Harness;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Looks;

/// <summary>Every side of a loan on its way and of one that has funded, reached by its links, as people do.</summary>
public sealed class RecordLooksTests(CrmBrowser browser)
{
    [Fact]
    public async Task No_side_of_a_loan_on_its_way_stops_and_axe_finds_nothing_serious()
    {
        await using var look = await Look.AsAsync(browser, "owner@example.com");
        Assert.True(await SidesAsync(look, "open", "/loans/grid?sort=-stage", rows => rows[^1], look.JudgeAsync) > 10);
    }

    [Fact]
    public async Task No_side_of_a_loan_that_has_funded_stops_and_axe_finds_nothing_serious()
    {
        await using var look = await Look.AsAsync(browser, "owner@example.com");
        Assert.True(await SidesAsync(look, "funded", "/loans/grid?sort=-stage", rows => rows[12], look.JudgeLightAsync) > 10);
    }

    [Theory]
    [InlineData("open", 49)]
    [InlineData("funded", 12)]
    public async Task No_side_an_assistant_sees_stops_and_axe_finds_nothing_serious(string name, int row)
    {
        await using var look = await Look.AsAsync(browser, "assistant@example.com");
        Assert.True(await SidesAsync(look, name, "/loans/grid?sort=-stage", rows => rows[row], look.JudgeLightAsync) > 5);
    }

    private static async Task<int> SidesAsync(Look look, string name, string grid, Func<IReadOnlyList<string>, string> which, Func<string, Task> judgeAsync)
    {
        await look.OpenAsync(grid);
        await look.OpenAsync(which(await look.HrefsAsync("tbody tr a[href^='/loans/']")).Split('?')[0]);
        var sides = await look.HrefsAsync("nav.rec-tabs a");
        foreach (var side in sides)
        {
            await look.Page.Locator($"nav.rec-tabs a[href='{side}']").ClickAsync();
            await look.Page.Locator($"nav.rec-tabs a[href='{side}'][aria-current=page]").WaitForAsync();
            await judgeAsync($"loan-{name}-{(side.Contains("tab=", StringComparison.Ordinal) ? side.Split("tab=")[1] : "overview")}");
        }
        look.AssertWell();
        return sides.Count;
    }
}
