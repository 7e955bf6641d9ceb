using Bunit;
using CrmStudio.App.Hosting;
using CrmStudio.App.Loans;
using CrmStudio.App.Loans.Locks;
using CrmStudio.App.Loans.Locks.Pages;
using CrmStudio.App.Loans.Locks.Parts;
using CrmStudio.App.Loans.Locks.Queries;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Locks;

public sealed class LockPartsTests : BunitContext
{
    private static readonly DateOnly today = new(2026, 11, 20);

    [Fact]
    public void The_history_tells_each_step_with_who_when_and_why()
    {
        var me = new CurrentMember();
        me.BecomeSystem(Guid.NewGuid(), "Test Lending", "America/New_York");
        Services.AddSingleton(me).AddSingleton(TimeProvider.System).AddScoped<ViewerClock>();
        var at = new DateTimeOffset(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);
        var line = new RateLockLine(
            Guid.NewGuid(), 1, LockStatus.Expired, false, true, false, new("Conv 30", 6.125m, -0.125m, 15), "Firm", "Ana Reyes", at, 101.25m, "INV-7", "Ruth Calloway", at, new(2026, 11, 2), new(2026, 11, 20), null, null, null,
            new(2026, 11, 20), at, null, null, -0.065m, -266.24m, [new(Guid.NewGuid(), 1, 3, 0.06m, 0.06m, new(2026, 11, 17), new(2026, 11, 20), "Title is late", "Ruth Calloway", at)]);

        var history = Render<LockHistory>(parameters => parameters.Add(part => part.Lines, [line]));

        Assert.Equal("Conv 30 at 6.125 %, 0.125 credit, 15 days", history.Find("li b").TextContent);
        Assert.Equal("Ran out", history.Find(".tag").TextContent.Trim());
        var steps = history.FindAll(".steps li").Select(step => step.TextContent.Trim()).ToList();
        Assert.Equal(4, steps.Count);
        Assert.Contains("Ana Reyes asked for it: Firm", steps[0], StringComparison.Ordinal);
        Assert.Contains("Ruth Calloway locked it from Nov 2 to Nov 17, at 101.25", steps[1], StringComparison.Ordinal);
        Assert.Contains("extended it by 3 days to Nov 20 for 0.060 %: Title is late", steps[2], StringComparison.Ordinal);
        Assert.Contains("It ran out on Nov 20", steps[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Days_of_the_rules_are_read_as_people_write_them_and_what_is_no_day_is_refused_at_its_field()
    {
        var draft = LockRulesDraft.Of(LockRules.Usual, today);
        Assert.Equal(("15, 30, 45, 60", "15, 10, 7, 5, 3, 1, 0"), (draft.Days, draft.AlertDays));

        draft.AlertDays = "20;10 , 0 ";
        Assert.Equal([20, 10, 0], draft.ToTerms().Value!.AlertDays);
        draft.AlertDays = "";
        Assert.Empty(draft.ToTerms().Value!.AlertDays);
        draft.Days = "30, soon";
        Assert.Equal("Days", draft.ToTerms().Refusal?.Field);
    }

    [Fact]
    public void A_month_shows_four_entries_a_day_and_says_how_many_more_there_are()
    {
        var view = new CalendarView(CalendarLook.Month, today, LoanCalendarFilter.All);
        var entries = Enumerable.Range(0, 6).Select(place => Entry(LoanCalendarKind.Closing, $"Borrower {place}")).ToList();

        var weeks = Render<CalendarWeeks>(parameters => parameters.Add(part => part.View, view).Add(part => part.Entries, entries).Add(part => part.Today, today).Add(part => part.Href, to => to.ToHref(today)));

        Assert.Equal(35, weeks.FindAll("td").Count);
        Assert.Equal("date", weeks.Find("td.is-today .day-no").GetAttribute("aria-current"));
        Assert.Equal("Friday, November 20, 6 entries", weeks.Find("td.is-today .day-no").GetAttribute("aria-label"));
        Assert.Equal((4, 2), (weeks.FindAll("td.is-today li:not(.only-print) > .entry").Count, weeks.FindAll("td.is-today .only-print > .entry").Count));   // paper has them all
        Assert.Equal("and 2 more", weeks.Find("td.is-today .more").TextContent);
        Assert.Equal("/loans/dates?look=agenda", weeks.Find("td.is-today .more").GetAttribute("href"));

        weeks.Render(parameters => parameters.Add(part => part.View, view with { Look = CalendarLook.Week }));
        Assert.Equal((7, 6), (weeks.FindAll("td").Count, weeks.FindAll(".entry").Count));
    }

    [Fact]
    public void Every_kind_is_said_in_words_and_has_a_sign_of_its_own()
    {
        var kinds = Enum.GetValues<LoanCalendarKind>();
        Assert.Equal(kinds.Length, kinds.Select(LoanDateWords.IconOf).Distinct().Count());
        Assert.Equal(kinds.Length, kinds.Select(LoanDateWords.LookOf).Distinct().Count());

        var link = Render<CalendarEntryLink>(parameters => parameters.Add(part => part.Entry, Entry(LoanCalendarKind.LockExpiry, "Ada") with { Warning = "before the closing" }));
        Assert.Equal("Lock runs out, before the closing: Ada", link.Find("a").TextContent);
        Assert.Contains("is-wrong", link.Find("a").ClassList);
    }

    [Fact]
    public void The_tables_twin_has_no_column_of_amounts_for_who_sees_none()
    {
        var table = Render<CalendarTable>(parameters => parameters.Add(part => part.Entries, [Entry(LoanCalendarKind.Closing, "Ada") with { Amount = 409_600 }]).Add(part => part.Today, today).Add(part => part.Title, "November").Add(part => part.SeesAmounts, true));
        Assert.Contains("$409,600", table.Markup, StringComparison.Ordinal);

        table.Render(parameters => parameters.Add(part => part.SeesAmounts, false));
        Assert.DoesNotContain("Amount", table.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("409", table.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/loans/dates", null, null, null, null, null)]
    [InlineData("/loans/dates?look=week&day=2026-12-01", "week", "2026-12-01", null, null, null)]
    [InlineData("/loans/dates?look=table&show=closings,cd", "TABLE", "2026-13-01", "nobody", "nowhere", "cd,closings,nonsense")]
    [InlineData("/loans/dates?officer=0199aaaa-0000-7000-8000-000000000001", "99", "", "0199aaaa-0000-7000-8000-000000000001", "", null)]
    public void A_look_at_the_calendar_is_an_address_and_nonsense_in_it_is_left_out(string href, string? look, string? day, string? officer, string? branch, string? show) =>
        Assert.Equal(href, CalendarView.Of(look, day, officer, branch, show, today).ToHref(today));

    [Fact]
    public void Before_and_after_lead_back_to_where_one_was()
    {
        foreach (var look in new[] { CalendarLook.Week, CalendarLook.Agenda })
            Assert.Equal(today, new CalendarView(look, today, LoanCalendarFilter.All).Moved(1).Moved(-1).Day);
        var month = new CalendarView(CalendarLook.Month, new(2026, 1, 31), LoanCalendarFilter.All);
        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 7)), (month.Moved(1).Day, month.Moved(1).Last.AddDays(7)));
        Assert.Equal("Nov 29 – Dec 5, 2026", new CalendarView(CalendarLook.Week, new(2026, 12, 1), LoanCalendarFilter.All).Title);
    }

    private static LoanCalendarEntry Entry(LoanCalendarKind kind, string borrower) => new(Guid.NewGuid(), "T-1", borrower, kind, today, null, false, "Ana Reyes", "Conv 30", null, DateTimeOffset.UnixEpoch);
}
