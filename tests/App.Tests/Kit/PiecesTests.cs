using Bunit;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.Faces;
using CrmStudio.App.Kit.Facts;
using CrmStudio.App.Kit.Filters;
using CrmStudio.App.Kit.Menu;
using CrmStudio.App.Kit.StageRail;
using CrmStudio.App.Kit.Timeline;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Tests.Kit;

public sealed class PiecesTests : BunitContext
{
    public PiecesTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void A_refused_screen_shows_the_words_of_the_refusal() =>
        Assert.Contains("Ask an administrator", Render<RefusedFace>(parameters => parameters.Add(f => f.Refusal, Refusal.NotAllowed)).Find("p").TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_fault_offers_another_try_and_the_reference_to_quote()
    {
        var tries = 0;
        var face = Render<ErrorFace>(parameters => parameters.Add(f => f.Reason, "The board was not read.").Add(f => f.Reference, "7F2K-19").Add(f => f.OnRetry, () => tries++));

        face.Find("button").Click();

        Assert.Equal(1, tries);
        Assert.Contains("7F2K-19", face.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Waiting_is_announced_and_its_drawing_is_not()
    {
        var face = Render<LoadingFace>(parameters => parameters.Add(f => f.Label, "Loading the board").Add(f => f.Columns, 3));

        Assert.Equal("Loading the board", face.Find("[role=status]").GetAttribute("aria-label"));
        Assert.Equal(3, face.FindAll("[aria-hidden=true] > .sk-col").Count);
    }

    [Fact]
    public void The_rail_says_where_the_loan_stands()
    {
        var rail = Render<StageRail>(parameters => parameters.Add(r => r.Stages, [new("Application", "26 Oct"), new("Processing"), new("Funded")]).Add(r => r.Current, 1));

        Assert.Equal("Stage 2 of 3, Processing", rail.Find("ol").GetAttribute("aria-label"));
        Assert.Equal(["done", "at", null], rail.FindAll("li").Select(stage => stage.GetAttribute("class")));
        Assert.Equal("step", rail.Find(".at").GetAttribute("aria-current"));
    }

    [Fact]
    public void A_fact_that_is_not_known_says_so() =>
        Assert.Equal("Not set", Render<Fact>(parameters => parameters.Add(f => f.Label, "LOS no.")).Find("dd").TextContent.Trim());

    [Fact]
    public void A_filter_is_removed_by_name()
    {
        var removed = false;
        var chip = Render<FilterChip>(parameters => parameters.Add(c => c.Field, "Branch").Add(c => c.Value, "Harbor Point").Add(c => c.OnRemove, () => removed = true));

        chip.Find("[aria-label='Remove filter Branch']").Click();

        Assert.True(removed);
    }

    [Theory]
    [InlineData("2026-11-21", "Today")]
    [InlineData("2026-11-20", "Yesterday")]
    [InlineData("2026-11-17", "Tuesday, November 17")]
    [InlineData("2025-12-31", "Wednesday, December 31, 2025")]
    public void Days_are_named_from_where_the_reader_stands(string day, string name) =>
        Assert.Equal(name, Timeline.DayName(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 11, 21)));

    [Fact]
    public void The_timeline_groups_by_day_and_marks_private_notes()
    {
        var noon = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(-5));
        var timeline = Render<Timeline>(parameters => parameters.Add(t => t.Today, new DateOnly(2026, 11, 21)).Add(t => t.Entries,
        [
            new(Guid.NewGuid(), noon, "phone", "Ana Reyes called Marisol", ["Ana Reyes"], "Signature tonight.", IsPrivate: true),
            new(Guid.NewGuid(), noon.AddHours(-1), "upload", "Marisol uploaded a statement", []),
            new(Guid.NewGuid(), noon.AddDays(-4), "right", "Priya Nair moved it", ["Priya Nair"]),
        ]));

        Assert.Equal(["Today", "Tuesday, November 17"], timeline.FindAll(".tl-day").Select(day => day.TextContent));
        Assert.Equal("Private note: Signature tonight.", timeline.Find(".note").TextContent);
        Assert.Equal("12:00 PM", timeline.Find("time").TextContent);
    }

    [Fact]
    public void A_choice_that_is_off_is_shown_and_not_carried_out()
    {
        var chosen = 0;
        var item = Render<MenuItem>(parameters => parameters.Add(i => i.IsOff, true).Add(i => i.OnChoose, () => chosen++).AddChildContent("Delete"));

        item.Find("[role=menuitem]").Click();

        Assert.Equal(0, chosen);
        Assert.Equal("true", item.Find("button").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void The_menu_opens_without_the_server()
    {
        var menu = Render<Menu>(parameters => parameters.Add(m => m.Label, "More").Add(m => m.Button, "More").Add(m => m.Items, ""));

        Assert.Equal(menu.Find("[role=menu][popover]").Id, menu.Find("button").GetAttribute("popovertarget"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task A_question_is_answered_by_its_button(int button, bool isYes)
    {
        var dialog = Render<ConfirmDialog>();
        var answer = Task.FromResult(false);
        await dialog.InvokeAsync(() => { answer = dialog.Instance.AskAsync("Withdraw this loan?", "The borrower gets a notice today.", "Withdraw"); });

        await dialog.FindAll("footer button")[button].ClickAsync();

        Assert.Equal(isYes, await answer);
        Assert.Empty(dialog.FindAll("footer"));
    }

    [Fact]
    public async Task A_question_left_behind_counts_as_no()
    {
        var dialog = Render<ConfirmDialog>();
        var answer = Task.FromResult(true);
        await dialog.InvokeAsync(() => { answer = dialog.Instance.AskAsync("Withdraw this loan?", "", "Withdraw"); });

        await DisposeComponentsAsync();

        Assert.False(await answer);
    }
}
