using CrmStudio.Browser.Harness;

namespace CrmStudio.Browser.Looks;

/// <summary>Settings and the account, as the owner of the demo sees them, and the pages before one signs in.</summary>
public sealed class SettingsLooksTests(CrmBrowser browser)
{
    [Fact]
    public async Task No_settings_stop_and_axe_finds_nothing_serious()
    {
        await using var look = await Look.AsAsync(browser, "owner@example.com");
        foreach (var path in AppRoutes.Plain.Where(path => path.StartsWith("/settings", StringComparison.Ordinal) || path.StartsWith("/account", StringComparison.Ordinal)))
        {
            if (path == "/account") await look.Page.GotoAsync(path);   // drawn once, without a circuit
            else await look.OpenAsync(path);
            await look.JudgeAsync(Look.NameOf(path));
        }
        look.AssertWell();
    }

    [Fact]
    public async Task The_settings_page_leads_to_every_settings_page()
    {
        await using var look = await Look.AsAsync(browser, "owner@example.com");
        await look.OpenAsync("/settings");
        Assert.Equal(AppRoutes.Plain.Where(path => path.StartsWith("/settings/", StringComparison.Ordinal)).Order(), (await look.HrefsAsync(".settings a")).Order());
    }

    [Fact]
    public async Task No_page_for_anybody_stops_and_axe_finds_nothing_serious()
    {
        await using var look = await Look.AsNobodyAsync(browser);
        foreach (var path in AppRoutes.Open.Values)
        {
            await look.Page.GotoAsync(path);
            await look.JudgeAsync(Look.NameOf(path));
        }
        look.AssertWell();
    }
}
