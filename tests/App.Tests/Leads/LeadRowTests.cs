using Bunit;
using CrmStudio.App.Hosting;
using CrmStudio.App.Leads.Parts;
using CrmStudio.App.Leads.Queries;
using CrmStudio.App.Leads.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Leads;

public sealed class LeadRowTests : BunitContext
{
    private static readonly DateTimeOffset now = new(2026, 11, 24, 18, 0, 0, TimeSpan.Zero);
    private static readonly LeadRow row = new(
        Guid.CreateVersion7(), "Dorian Achebe", LeadStatus.New, "Web", "/first-home", LeadInterest.Purchase, 480_000m, "ME", now.AddHours(-1), null, null, false, 78, LeadBand.Hot,
        null, null, null, null, null, 0, null, null, "d@example.com", null, false);

    public LeadRowTests()
    {
        var me = new CurrentMember();
        me.BecomeSystem(Guid.CreateVersion7(), "Harborline Lending", "America/New_York");
        Services.AddSingleton(new ViewerClock(me, TimeProvider.System));
    }

    [Theory]
    [InlineData(168, "2:48", "warn")]
    [InlineData(4_800, "1 h 20", "t3")]
    [InlineData(-720, "12 min late", "bad")]
    [InlineData(-7_300, "2 h late", "bad")]
    public void The_promise_of_an_answer_counts_down_and_is_red_when_it_is_late(int seconds, string said, string look)
    {
        var due = Draw(row with { AnswerBy = now.AddSeconds(seconds) }).Find("[data-until]");

        Assert.Equal(said, due.TextContent);
        Assert.Contains(look, due.ClassList);
    }

    [Fact]
    public void A_row_says_name_source_wish_and_score_and_is_new_until_somebody_tried()
    {
        var drawn = Draw(row);

        Assert.Equal("Web, /first-home · purchase · $480 k · ME", drawn.Find(".t3.trunc").TextContent);
        Assert.Equal("78 Hot", drawn.Find(".tag-acc").TextContent);
        Assert.Contains("is-new", drawn.Find("li").ClassList);
        Assert.DoesNotContain("is-new", Draw(row with { Attempts = 1 }).Find("li").ClassList);
    }

    [Fact]
    public void What_is_ticked_is_told_with_its_lead()
    {
        (Guid LeadId, bool IsOn) told = default;
        Draw(row, one => told = one).Find("input").Change(true);

        Assert.Equal((row.Id, true), told);
    }

    [Theory]
    [InlineData("2026-11-24T15:10:00Z", "Later today 18:30, Tomorrow 14:00, Next week 14:00")]
    [InlineData("2026-11-25T03:10:00Z", "Tomorrow 14:00, Next week 14:00")]
    public void A_lead_is_snoozed_by_the_clock_of_who_looks(string at, string said) =>
        Assert.Equal(said, string.Join(", ", SnoozeTimes.From(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), "America/New_York").Select(choice => $"{choice.Label} {choice.Until:HH:mm}")));

    [Fact]
    public void Next_week_is_the_coming_monday_also_on_a_monday() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 14, 0, 0, TimeSpan.Zero), SnoozeTimes.From(new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero), "America/New_York")[^1].Until);

    private IRenderedComponent<LeadRowLine> Draw(LeadRow shown, Action<(Guid, bool)>? select = null) => Render<LeadRowLine>(parameters => parameters
        .Add(line => line.Row, shown).Add(line => line.Href, "/leads").Add(line => line.Now, now).Add(line => line.OnSelect, one => select?.Invoke(one)));
}
