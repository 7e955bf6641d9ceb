using CrmStudio.Domain.Compliance.Calendars;
using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Tests.Compliance.Rules;

/// <summary>What holds of every date, over generated lenders and days from 2020 to 2040.</summary>
public sealed class DatePropertyTests
{
    private const int Days = 7_670;
    private static readonly DateOnly first = new(2020, 1, 1);

    public static TheoryData<string> Counting => [.. RulePack.Shipped.Rules.Where(rule => rule.Counts is not null).Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Counting))]
    public void A_date_never_lands_on_a_day_that_does_not_count(string rule) => ForEach(rule, (dates, calendar, from) =>
    {
        Assert.True(dates.Deadline(rule, from)!.Count.Days.Count == 1 || calendar.Mark(dates.Deadline(rule, from)!.Day).Counts);
        Assert.True(calendar.Mark(dates.Earliest(rule, from)!.Day).Counts);
        Assert.True(calendar.Mark(dates.Latest(rule, from)!.Day).Counts);
    });

    [Theory]
    [MemberData(nameof(Counting))]
    public void A_later_event_never_gives_an_earlier_date(string rule) => ForEach(rule, (dates, _, from) =>
    {
        Assert.True(dates.Deadline(rule, from.AddDays(1))!.Day >= dates.Deadline(rule, from)!.Day);
        Assert.True(dates.Earliest(rule, from.AddDays(1))!.Day >= dates.Earliest(rule, from)!.Day);
        Assert.True(dates.Latest(rule, from.AddDays(1))!.Day >= dates.Latest(rule, from)!.Day);
    });

    [Theory]
    [MemberData(nameof(Counting))]
    public void Counting_back_and_forth_agrees(string rule) => ForEach(rule, (dates, _, closing) =>
    {
        var latest = dates.Latest(rule, closing)!.Day;

        Assert.True(dates.Earliest(rule, latest)!.Day <= closing);
        Assert.True(dates.Earliest(rule, latest.AddDays(1))!.Day > closing);
    });

    [Theory]
    [MemberData(nameof(Counting))]
    public void The_listed_days_are_consecutive_and_carry_the_numbers(string rule) => ForEach(rule, (dates, _, from) =>
    {
        foreach (var count in (DayCount[])[dates.Deadline(rule, from)!.Count, dates.Earliest(rule, from)!.Count, dates.Latest(rule, from)!.Count])
        {
            Assert.Equal(Enumerable.Range(count.Days[0].Day.DayNumber, count.Days.Count), count.Days.Select(day => day.Day.DayNumber));
            Assert.Equal(Lenders.Book.Rule(rule, from)!.Days, count.Days.Count(day => day.Role == DayRole.Counted));
            Assert.Single(count.Days, day => day.Role == DayRole.Event);
        }
    });

    private static void ForEach(string rule, Action<RuleDates, BusinessCalendar, DateOnly> assert)
    {
        var chance = new Random(rule.Sum(letter => letter));
        for (var lender = 0; lender < 12; lender++)
        {
            var dates = lender == 0 ? Lenders.Usual : Lenders.Random(chance);
            var calendar = dates.CalendarOf(Lenders.Book.Newest(rule).Counts!.Value);
            for (var i = 0; i < 40; i++) assert(dates, calendar, first.AddDays(chance.Next(Days)));
        }
    }
}
