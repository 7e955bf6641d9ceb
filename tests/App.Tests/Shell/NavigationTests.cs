using Bunit;
using CrmStudio.App.Shell;
using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Shell;

public sealed class NavigationTests : BunitContext
{
    private static readonly Permission Everyone = AccessPermissions.ReadMembers, Admins = AccessPermissions.EditFlags;

    [Fact]
    public void Places_a_member_may_not_open_are_not_shown()
    {
        Given(new NavEntry(10, "Pipeline", "/pipeline", "board", Everyone), new NavEntry(90, "Features", "/admin/flags", "sliders", Admins, NavEntry.Settings));

        var links = Render<SideNav>().FindAll("a.side-link");

        Assert.Equal("Pipeline", Assert.Single(links).TextContent);
    }

    [Fact]
    public void A_room_without_a_permission_of_its_own_is_open_to_all_in_order()
    {
        Given(new NavEntry(20, "Leads", "/leads", "inbox"), new NavEntry(10, "Pipeline", "/pipeline", "board"), new NavEntry(30, "Team", "/team", "people", Group: "Team"));

        var nav = Render<SideNav>();

        Assert.Equal(["Pipeline", "Leads", "Team"], nav.FindAll("a.side-link .lbl").Select(link => link.TextContent));
        Assert.Equal("Team", nav.Find(".caps").TextContent);
        Assert.Equal("Harborline Lending", nav.Find(".brand .lbl").TextContent);
    }

    [Fact]
    public void The_phone_shows_four_places_and_keeps_the_rest_behind_more()
    {
        Given([.. Enumerable.Range(1, 5).Select(place => new NavEntry(place, $"Place {place}", $"/{place}", "doc")), new NavEntry(90, "Letterhead", "/settings/letterhead", "sliders", Group: NavEntry.Settings)]);

        var bar = Render<TabBar>();

        Assert.Equal(4, bar.FindAll(".tabbar > a").Count);
        Assert.Equal(["Place 5", "Settings"], bar.FindAll("[role=menuitem]").Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public void What_the_organization_sets_stands_behind_one_link_and_is_listed_on_its_page()
    {
        Given(new NavEntry(10, "Pipeline", "/pipeline", "board"), new NavEntry(90, "Letterhead", "/settings/letterhead", "text", Everyone, NavEntry.Settings, About: "What stands on letters"), new NavEntry(91, "Stages", "/settings/pipeline", "board", Everyone, NavEntry.Settings));

        Assert.Equal(["Pipeline", "Settings"], Render<SideNav>().FindAll("a.side-link .lbl").Select(link => link.TextContent));
        SetRendererInfo(new("Server", isInteractive: true));
        Assert.Equal(["/settings/letterhead", "/settings/pipeline"], Render<SettingsPage>().FindAll(".settings a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Only_the_nearest_place_is_the_current_one()
    {
        Given(new NavEntry(10, "Pipeline", "/loans", "board"), new NavEntry(11, "Closings", "/loans/dates", "cal"));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/loans/dates?month=2026-11");

        Assert.Equal("Closings", Assert.Single(Render<SideNav>().FindAll("a.side-link.active")).TextContent);
    }

    [Fact]
    public void A_page_below_a_place_is_at_it()
    {
        Given(new NavEntry(10, "Pipeline", "/loans", "board"), new NavEntry(11, "Closings", "/loans/dates", "cal"));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/loans/0197f2ac");

        Assert.Equal("Pipeline", Assert.Single(Render<SideNav>().FindAll("a.side-link.active")).TextContent);
    }

    private void Given(params NavEntry[] entries)
    {
        var me = new CurrentMember();
        me.Become(new MemberAuthority
        {
            OrgId = Guid.NewGuid(), OrgName = "Harborline Lending", MemberId = Guid.NewGuid(), UserId = Guid.NewGuid(), Name = "Ana Reyes", TimeZone = "America/New_York", OrgTimeZone = "America/New_York",
            AccessVersion = 1, Grants = new Dictionary<string, Scope> { [Everyone.Name] = Scope.Organization }, Team = new HashSet<Guid>(),
        }, null);
        Services.AddSingleton(me);
        foreach (var entry in entries) Services.AddSingleton(entry);
    }
}
