using CrmStudio.Browser.Harness;

namespace CrmStudio.Browser.Looks;

/// <summary>The pages without a record of their own, as the owner of the demo sees them.</summary>
public sealed class PageLooksTests(CrmBrowser browser)
{
    [Fact]
    public void Every_route_of_the_app_is_looked_at() =>
        Assert.Equal(AppRoutes.All, AppRoutes.Plain.Concat(AppRoutes.Open.Keys).Concat(AppRoutes.OfRecords.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public async Task No_page_of_people_leads_and_tasks_stops_and_axe_finds_nothing_serious()
    {
        await using var look = await Look.AsAsync(browser, "owner@example.com");
        string[] elsewhere = ["/loans", "/settings", "/account"];
        foreach (var path in AppRoutes.Plain.Where(path => !elsewhere.Any(place => path.StartsWith(place, StringComparison.Ordinal))))
        {
            await look.OpenAsync(path);
            await look.JudgeAsync(Look.NameOf(path));
        }
        look.AssertWell();
    }

    [Fact]
    public async Task No_page_of_the_pipeline_stops_and_axe_finds_nothing_serious()
    {
        await using var look = await Look.AsAsync(browser, "owner@example.com");
        foreach (var path in AppRoutes.Plain.Where(path => path.StartsWith("/loans", StringComparison.Ordinal)).Append("/loans?lanes=officer"))
        {
            await look.OpenAsync(path);
            await look.JudgeAsync(Look.NameOf(path));
        }
        look.AssertWell();
    }
}
