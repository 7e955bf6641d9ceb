using System.Globalization;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Tests.Compliance.Rules;

/// <summary>Dates worked out by hand from the regulation and its official comments.</summary>
public sealed class GoldenDateTests
{
    [Theory]
    [InlineData("2026-06-01", "2026-06-09")]   // comment 19(e)(1)(iii)-1: Monday, June 1 → Tuesday, June 9
    [InlineData("2026-06-12", "2026-06-22")]   // Juneteenth, a Friday, does not count
    public void Closing_waits_seven_days_after_the_loan_estimate(string sent, string closing) => Assert.Equal(Day(closing), Lenders.Usual.Earliest(RuleCodes.WaitAfterEstimate, Day(sent))!.Day);

    [Fact]
    public void The_loan_estimate_goes_out_within_three_days_of_the_office_calendar()
    {
        // Thursday, May 21 → Friday 1, Memorial Day is no day, Tuesday 2, Wednesday 3
        Assert.Equal(Day("2026-05-27"), Lenders.Usual.Deadline(RuleCodes.EstimateOut, Day("2026-05-21"))!.Day);
    }

    [Theory]
    [InlineData("2026-06-15", "2026-06-18")]
    [InlineData("2026-06-17", "2026-06-22")]
    [InlineData("2026-07-07", "2026-07-10")]
    [InlineData("2026-11-28", "2026-12-02")]
    public void Closing_waits_three_days_after_the_closing_disclosure_was_received(string received, string closing) =>
        Assert.Equal(Day(closing), Lenders.Usual.Earliest(RuleCodes.WaitAfterClosingDisclosure, Day(received))!.Day);

    [Theory]
    [InlineData("2026-07-02", "2026-07-07")]   // Friday the 3rd counts although offices keep the holiday; Saturday the 4th and Sunday do not
    [InlineData("2026-11-24", "2026-11-28")]   // over Thanksgiving
    public void What_was_mailed_is_presumed_received_on_the_third_day(string mailed, string received) => Assert.Equal(Day(received), Lenders.Usual.Deadline(RuleCodes.Receipt, Day(mailed))!.Day);

    [Theory]
    [InlineData("2026-07-07", "2026-07-02")]
    [InlineData("2026-12-28", "2026-12-23")]
    [InlineData("2027-06-22", "2027-06-17")]
    public void A_planned_closing_says_by_when_the_closing_disclosure_must_be_received(string closing, string received) =>
        Assert.Equal(Day(received), Lenders.Usual.Latest(RuleCodes.WaitAfterClosingDisclosure, Day(closing))!.Day);

    [Fact]
    public void A_disclosure_received_on_a_sunday_is_later_than_the_saturday_it_would_have_to_be_received_by()
    {
        Assert.Equal(Day("2026-06-06"), Lenders.Usual.Latest(RuleCodes.WaitAfterClosingDisclosure, Day("2026-06-10"))!.Day);
        Assert.Equal(Day("2026-06-11"), Lenders.Usual.Earliest(RuleCodes.WaitAfterClosingDisclosure, Day("2026-06-07"))!.Day);
    }

    [Theory]
    [InlineData("2026-06-15", "2026-06-18")]
    [InlineData("2026-06-17", "2026-06-22")]   // Thursday 1, Juneteenth no, Saturday 2, Sunday no, Monday 3
    [InlineData("2021-06-17", "2021-06-22")]   // the first Juneteenth, a Saturday
    [InlineData("2020-06-17", "2020-06-20")]   // before it was a legal holiday
    public void The_right_to_rescind_ends_at_midnight_of_the_third_day(string signed, string ends) => Assert.Equal(Day(ends), Lenders.Usual.Deadline(RuleCodes.Rescission, Day(signed))!.Day);

    [Fact]
    public void Calendar_rules_count_every_day()
    {
        Assert.Equal(Day("2026-11-25"), Lenders.Usual.Deadline(RuleCodes.ActOnApplication, Day("2026-10-26"))!.Day);
        Assert.Equal(Day("2027-01-24"), Lenders.Usual.Deadline(RuleCodes.CounterofferNotTaken, Day("2026-10-26"))!.Day);
        Assert.Equal(Day("2027-01-31"), Lenders.Usual.Deadline(RuleCodes.Cure, Day("2026-12-02"))!.Day);
    }

    [Fact]
    public void An_office_that_opens_on_saturdays_has_an_earlier_deadline()
    {
        var lender = LenderProfile.Usual();
        lender.Open([.. lender.OpenWeekdays, DayOfWeek.Saturday], closesOnHolidays: true, closesOnObservedHolidays: false);

        Assert.Equal(Day("2026-05-26"), Lenders.With(lender).Deadline(RuleCodes.EstimateOut, Day("2026-05-21"))!.Day);
    }

    [Fact]
    public void A_closed_day_moves_the_lenders_own_dates_and_no_others()
    {
        var snow = OfficeDay.Note(Day("2026-05-22"), isOpen: false, "Snow", known: 0).Value!;

        Assert.Equal(Day("2026-05-28"), Lenders.With(LenderProfile.Usual(), snow).Deadline(RuleCodes.EstimateOut, Day("2026-05-21"))!.Day);
        Assert.Equal(Day("2026-05-26"), Lenders.With(LenderProfile.Usual(), snow).Deadline(RuleCodes.Receipt, Day("2026-05-21"))!.Day);
    }

    [Fact]
    public void Every_day_looked_at_is_listed_with_why_it_counts_or_not()
    {
        var presumed = Lenders.Usual.Deadline(RuleCodes.Receipt, Day("2026-07-02"))!;

        Assert.Equal(
            [
                "2 Event 0 Day 0", "3 Counted 1 Business day: Independence Day is only observed today", "4 Skipped 1 Independence Day", "5 Skipped 1 Sunday",
                "6 Counted 2 Business day", "7 Counted 3 Business day",
            ],
            presumed.Count.Days.Select(day => $"{day.Day.Day} {day.Role} {day.Number} {day.Reason}"));
        Assert.Equal(["", "Comment 2(a)(6)-2", "5 USC 6103(a)", "12 CFR 1026.2(a)(6)", "12 CFR 1026.2(a)(6)", "12 CFR 1026.2(a)(6)"], presumed.Count.Days.Select(day => day.Citation));
        Assert.Equal("12 CFR 1026.19(e)(1)(iv), (f)(1)(iii)", presumed.Rule.Citation);
    }

    [Fact]
    public void Before_a_rule_was_in_force_it_gives_no_date() => Assert.Null(Lenders.Usual.Earliest(RuleCodes.WaitAfterEstimate, Day("2015-10-02")));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
