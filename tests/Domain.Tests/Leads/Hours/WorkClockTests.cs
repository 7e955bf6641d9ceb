using CrmStudio.Domain.Leads.Hours;

namespace CrmStudio.Domain.Tests.Leads.Hours;

/// <summary>2026 in New York: clocks go on on March 8 and back on November 1; Thanksgiving is November 26.</summary>
public sealed class WorkClockTests
{
    private const string NewYork = "America/New_York";

    [Fact]
    public void Time_outside_of_the_stretches_does_not_count()
    {
        var clock = Clock(Nine2Six);

        Assert.False(clock.IsOpen(At(2026, 12, 1, 8, 59)));
        Assert.True(clock.IsOpen(At(2026, 12, 1, 9, 0)));
        Assert.False(clock.IsOpen(At(2026, 12, 1, 18, 0)));
        Assert.Equal(At(2026, 12, 2, 9, 5), clock.After(At(2026, 12, 1, 18, 30), TimeSpan.FromMinutes(5)));
        Assert.Equal(At(2026, 12, 2, 9, 10), clock.After(At(2026, 12, 1, 17, 50), TimeSpan.FromMinutes(20)));
        Assert.Equal(At(2026, 12, 1, 18, 0), clock.After(At(2026, 12, 1, 17, 50), TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public void A_day_can_have_several_stretches()
    {
        var clock = Clock(new(NewYork, [new(DayOfWeek.Tuesday, new(13, 0), new(17, 0)), new(DayOfWeek.Tuesday, new(8, 0), new(12, 0))]));

        Assert.Equal(At(2026, 12, 1, 13, 15), clock.After(At(2026, 12, 1, 11, 45), TimeSpan.FromMinutes(30)));
        Assert.Equal("off until 1:00 PM", clock.OffUntil(At(2026, 12, 1, 12, 30)));
        Assert.Equal("off until Dec 8, 8:00 AM", clock.OffUntil(At(2026, 12, 1, 17, 30)));
        Assert.Equal(TimeSpan.FromHours(8), clock.Between(At(2026, 11, 30, 0, 0), At(2026, 12, 2, 0, 0)));
    }

    [Fact]
    public void Friday_evening_goes_on_on_Monday_morning()
    {
        var clock = Clock(Nine2Six);

        Assert.Equal(At(2026, 12, 7, 9, 30), clock.After(At(2026, 12, 4, 17, 45), TimeSpan.FromMinutes(45)));
        Assert.Equal("off until Monday 9:00 AM", clock.OffUntil(At(2026, 12, 4, 18, 0)));
        Assert.Null(clock.OffUntil(At(2026, 12, 4, 17, 59)));
    }

    [Fact]
    public void A_holiday_is_not_worked_and_is_named()
    {
        var clock = Clock(Nine2Six, new DateOnly(2026, 11, 26));

        Assert.Equal(At(2026, 11, 27, 9, 20), clock.After(At(2026, 11, 25, 17, 40), TimeSpan.FromMinutes(40)));
        Assert.Equal("off (Thanksgiving) until tomorrow 9:00 AM", clock.OffUntil(At(2026, 11, 26, 10, 0)));
    }

    [Fact]
    public void A_night_over_the_change_of_clocks_has_the_hours_it_truly_has()
    {
        var night = Clock(new(NewYork, [new(DayOfWeek.Sunday, new(0, 0), new(6, 0))]));

        Assert.Equal(TimeSpan.FromHours(5), night.Between(At(2026, 3, 8, 0, 0), At(2026, 3, 9, 0, 0)));
        Assert.Equal(TimeSpan.FromHours(7), night.Between(At(2026, 11, 1, 0, 0), At(2026, 11, 2, 0, 0)));
        Assert.Equal(TimeSpan.FromHours(6), night.Between(At(2026, 11, 8, 0, 0), At(2026, 11, 9, 0, 0)));
    }

    [Fact]
    public void A_skipped_hour_begins_when_clocks_go_on_and_a_doubled_one_is_worked_twice()
    {
        var early = Clock(new(NewYork, [new(DayOfWeek.Sunday, new(2, 30), new(4, 0))]));
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 7, 0, 0, TimeSpan.Zero), early.Opens(At(2026, 3, 8, 0, 0)));

        var doubled = Clock(new(NewYork, [new(DayOfWeek.Sunday, new(1, 0), new(2, 0))]));
        Assert.Equal(TimeSpan.FromHours(2), doubled.Between(At(2026, 11, 1, 0, 0), At(2026, 11, 2, 0, 0)));
    }

    [Fact]
    public void Each_week_is_read_in_its_own_zone()
    {
        var pacific = Clock(Nine2Six with { TimeZone = "America/Los_Angeles" });

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 17, 0, 0, TimeSpan.Zero), pacific.Opens(At(2026, 12, 1, 9, 0)));
    }

    [Fact]
    public void Midnight_is_the_end_of_the_day()
    {
        var late = Clock(new(NewYork, [new(DayOfWeek.Tuesday, new(18, 0), TimeOnly.MinValue), new(DayOfWeek.Wednesday, TimeOnly.MinValue, new(2, 0))]));

        Assert.Equal(At(2026, 12, 2, 1, 0), late.After(At(2026, 12, 1, 23, 30), TimeSpan.FromMinutes(90)));
    }

    [Fact]
    public void Who_never_works_is_told_apart_and_a_promise_runs_in_plain_time()
    {
        var never = Clock(new(NewYork, []));

        Assert.Null(never.Opens(At(2026, 12, 1, 9, 0)));
        Assert.Equal("keeps no working hours", never.OffUntil(At(2026, 12, 1, 9, 0)));
        Assert.Equal(At(2026, 12, 1, 9, 30), never.After(At(2026, 12, 1, 9, 0), TimeSpan.FromMinutes(30)));
    }

    [Theory]
    [InlineData(9, 0, 9, 0, "Tuesday: the end comes after the beginning.")]
    [InlineData(17, 0, 19, 0, "Tuesday: two stretches overlap.")]
    public void Hours_nobody_can_keep_are_refused_at_their_day(int from, int fromMinute, int to, int toMinute, string words)
    {
        var refused = new WorkWeek(NewYork, [new(DayOfWeek.Tuesday, new(9, 0), new(18, 0)), new(DayOfWeek.Tuesday, new(from, fromMinute), new(to, toMinute))]).Check();

        Assert.Equal((words, "Tuesday"), (refused.Refusal?.Message, refused.Refusal?.Field));
        Assert.Equal("TimeZone", (Nine2Six with { TimeZone = "Atlantis" }).Check().Refusal?.Field);
    }

    [Fact]
    public void A_promise_is_more_than_nothing_and_hot_leads_are_not_answered_later_than_others()
    {
        Assert.Equal("Minutes", new ResponseTerms(null, null, 5, null).Check().Refusal?.Field);
        Assert.Equal("HotMinutes", new ResponseTerms(10, 20, null, null).Check().Refusal?.Field);
        Assert.Equal("ReassignAfter", new ResponseTerms(10, 5, 0, ResponseTerms.MaxMinutes + 1).Check().Refusal?.Field);
        Assert.True(new ResponseTerms(10, 5, 0, 30).Check().IsDone);
        Assert.Equal(TimeSpan.FromMinutes(5), new ResponseTerms(10, 5, 0, 30).For(CrmStudio.Domain.Leads.LeadBand.Hot));
        Assert.Equal(TimeSpan.FromMinutes(10), new ResponseTerms(10, 5, 0, 30).For(null));
    }

    private static WorkWeek Nine2Six { get; } = WorkWeek.Usual(NewYork);

    private static WorkClock Clock(WorkWeek week, params DateOnly[] closed) => new(week, day => closed.Contains(day) ? "Thanksgiving" : null);

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute)
    {
        var local = new DateTime(year, month, day, hour, minute, 0);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(NewYork).GetUtcOffset(local)).ToUniversalTime();
    }
}
