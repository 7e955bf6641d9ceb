using CrmStudio.Browser.Harness;

namespace CrmStudio.Browser.Looks;

/// <summary>The pages without a record of their own, as somebody sees them who sees no amounts.</summary>
public sealed class AssistantLooksTests(CrmBrowser browser)
{
    [Fact]
    public async Task No_page_stops_and_axe_finds_nothing_serious()
    {
        await using var look = await Look.AsAsync(browser, "assistant@example.com");
        foreach (var path in AppRoutes.Plain.Where(path => path != "/account" && !path.StartsWith("/settings/", StringComparison.Ordinal)).Append("/loans?lanes=officer"))
        {
            await look.OpenAsync(path);
            await look.JudgeLightAsync(Look.NameOf(path));
        }
        look.AssertWell();
    }
}
