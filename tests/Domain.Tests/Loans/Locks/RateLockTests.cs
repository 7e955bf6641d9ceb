using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Domain.Tests.Loans.Clocks;

namespace CrmStudio.Domain.Tests.Loans.Locks;

public sealed class RateLockTests
{
    private static readonly Guid ruth = Guid.CreateVersion7();
    private static readonly LockPolicyTerms usual = LockPolicyTerms.Usual;
    private static readonly LockTerms asked = new("Conv 30", 6.375m, 0.250m, 30);

    [Fact]
    public void A_span_that_is_not_sold_is_refused_with_those_that_are()
    {
        var refusal = RateLock.Request(Files.Loan(null), [], asked with { Days = 20 }, null, usual, Files.Ana, Files.At("2026-06-01")).Refusal;

        Assert.Equal("The rules list locks of 15, 30, 45 or 60 days.", refusal?.Message);
    }

    [Theory]
    [InlineData(0, 0.25, "Rate")]
    [InlineData(25.001, 0.25, "Rate")]
    [InlineData(6.375, 10.001, "Points")]
    [InlineData(6.375, -10.001, "Points")]
    public void Rates_and_points_that_cannot_be_are_refused_at_their_field(decimal rate, decimal points, string field) =>
        Assert.Equal(field, RateLock.Request(Files.Loan(null), [], asked with { Rate = rate, Points = points }, null, usual, Files.Ana, Files.At("2026-06-01")).Refusal?.Field);

    [Fact]
    public void A_request_waits_and_changes_no_term_of_the_loan()
    {
        var loan = Files.Loan(null);
        var one = Asked(loan, asked with { Rate = 6.125m });

        Assert.Equal((LockStatus.Requested, 6.375m, null, false), (loan.LockStatus, loan.NoteRate, loan.LockExpiresOn, loan.IsLocked));
        Assert.Equal(LockRefusals.AlreadyAsked, RateLock.Request(loan, [one], asked, null, usual, Files.Ana, Files.At("2026-06-01")).Refusal);
    }

    [Fact]
    public void A_lock_writes_rate_and_days_through_to_the_loan_and_starts_its_clock()
    {
        var loan = Files.Loan("2026-05-21");
        loan.ClearEvents();
        var one = Locked(loan, "2026-06-18", asked with { Rate = 6.125m });

        Assert.Equal((LockStatus.Locked, 6.125m, Files.Day("2026-06-18"), Files.Day("2026-07-18")), (loan.LockStatus, loan.NoteRate, loan.LockedOn, loan.LockExpiresOn));
        Assert.Single(loan.RaisedEvents.OfType<LoanClockChanged>());
        Assert.Equal("the rate is locked at 6.125 % until Jul 18", one.RaisedEvents.OfType<LockMoved>().Single().What);
        // 12 CFR 1026.19(e)(3)(iv)(D), over Juneteenth and a weekend
        Assert.Equal(Files.Day("2026-06-24"), Line(loan, "2026-06-19", Files.Estimate("2026-05-26"))!.Day);
    }

    [Fact]
    public void An_extension_moves_the_last_day_and_not_the_clock_of_the_lock()
    {
        var loan = Files.Loan("2026-05-21");
        var one = Locked(loan, "2026-06-18", asked);

        var extension = one.Extend(loan, 7, 0.140m, " Title is late. ", usual, Files.Day("2026-07-15"), ruth, Files.At("2026-07-15")).Value!;

        Assert.Equal((1, Files.Day("2026-07-18"), Files.Day("2026-07-25"), 0.140m, "Title is late."), (extension.Place, extension.FromDay, extension.ToDay, extension.ListedPoints, extension.Reason));
        Assert.Equal((LockStatus.Extended, Files.Day("2026-06-18"), Files.Day("2026-07-25")), (loan.LockStatus, loan.LockedOn, loan.LockExpiresOn));
        Assert.Equal((0.390m, 7), (one.PointsInAll, one.ExtendedDays));
        Assert.Equal(Files.Day("2026-06-24"), Line(loan, "2026-06-19", Files.Estimate("2026-05-26"))!.Day);
    }

    [Fact]
    public void An_extension_keeps_to_the_rules_of_the_desk()
    {
        var loan = Files.Loan(null);
        var one = Locked(loan, "2026-06-18", asked);

        Assert.Equal("The rules ask 0.140 % for 7 days.", Extend(7, 0.139m)?.Message);
        Assert.Equal(LockRefusals.ReasonNeeded, Extend(7, 0.140m, reason: " "));
        Assert.Equal("The rules allow 30 days of extensions in all: 30 days are left.", Extend(31, 1m)?.Message);
        Assert.Null(Extend(15, 0.3m));
        Assert.Null(Extend(5, 0.1m));
        Assert.Equal("The rules allow 30 days of extensions in all: 10 days are left.", Extend(11, 1m)?.Message);
        Assert.Null(Extend(1, 0m));   // not listed: the desk says what it costs
        Assert.Equal("The rules allow 3 extensions of one lock. Relock instead.", Extend(1, 0m)?.Message);

        Refusal? Extend(int days, decimal points, string? reason = "Late") => one.Extend(loan, days, points, reason, usual, Files.Day("2026-07-01"), ruth, Files.At("2026-07-01")).Refusal;
    }

    [Fact]
    public void A_lock_holds_through_its_last_day_and_no_longer()
    {
        var loan = Files.Loan(null);
        var one = Locked(loan, "2026-06-18", asked);

        Assert.False(one.RunOut(Files.Day("2026-07-18"), Files.At("2026-07-18")));
        Assert.True(one.RunOut(Files.Day("2026-07-19"), Files.At("2026-07-19")));
        Assert.True(loan.LetLockRunOut(Files.Day("2026-07-19")));
        Assert.False(loan.LetLockRunOut(Files.Day("2026-07-19")));
        Assert.Equal((LockStatus.Expired, LockStatus.Expired, Files.Day("2026-07-18")), (one.Status, loan.LockStatus, one.ClosedOn));
        Assert.Equal(LockRefusals.NotLocked, one.Extend(loan, 7, 1, "Late", usual, Files.Day("2026-07-19"), ruth, Files.At("2026-07-19")).Refusal);
        Assert.Contains("a rate lock", LoanFact.Missing(loan, ["lock"]).Select(fact => fact.Label));
    }

    [Theory]
    [InlineData(6.374, 5, false)]     // a lower rate, however dear
    [InlineData(6.375, 0.499, false)] // the same rate for less than it cost, and the price of relocking
    [InlineData(6.375, 0.500, true)]
    [InlineData(6.5, -1, true)]       // at a higher rate, today's price
    public void Within_the_window_a_relock_gets_the_worse_of_both_prices(decimal rate, decimal points, bool isTaken)
    {
        var (loan, before) = RanOut();
        var again = Asked(loan, asked, before);

        var outcome = again.Lock(loan, new(new("Conv 30", rate, points, 30), null, null), before, usual, Files.Day("2026-08-17"), Files.Day("2026-08-17"), ruth, Files.At("2026-08-17"));

        Assert.Equal(isTaken, outcome.IsDone);
        if (!isTaken) Assert.Equal("Within 30 days after Jul 18 the worse of both prices holds: not below 6.375 %, and at that rate at least 0.500 points.", outcome.Refusal?.Message);
    }

    [Fact]
    public void A_day_after_the_window_todays_price_is_what_it_is()
    {
        var (loan, before) = RanOut();
        var again = Asked(loan, asked, before);

        Assert.True(again.Lock(loan, new(new("Conv 30", 5.875m, 0, 30), null, null), before, usual, Files.Day("2026-08-18"), Files.Day("2026-08-18"), ruth, Files.At("2026-08-18")).IsDone);
        Assert.Equal(LockStatus.Relocked, loan.LockStatus);
    }

    [Fact]
    public void A_relock_asks_for_a_revised_estimate_although_one_had_told_of_the_first_lock()
    {
        var loan = Files.Loan("2026-05-21");
        var before = Locked(loan, "2026-06-01", asked);
        var told = Files.Record(Files.Draft(DisclosureKind.LoanEstimate, "2026-06-02") with { IsRateLocked = true }).Value!;
        Assert.NotNull(Line(loan, "2026-06-03", told)?.MetOn);
        before.RunOut(Files.Day("2026-07-06"), Files.At("2026-07-06"));
        loan.LetLockRunOut(Files.Day("2026-07-06"));

        var again = Locked(loan, "2026-07-13", asked with { Points = 0.5m }, before);
        Assert.Equal((Files.Day("2026-07-16"), null), (Line(loan, "2026-07-14", told)!.Day, Line(loan, "2026-07-14", told)!.MetOn));
        again.Extend(loan, 7, 0.14m, "Late", usual, Files.Day("2026-07-14"), ruth, Files.At("2026-07-14"));
        Assert.Equal(Files.Day("2026-07-16"), Line(loan, "2026-07-15", told)!.Day);
    }

    [Fact]
    public void A_lock_is_not_recorded_ahead_nor_long_after_nor_once_it_is_over()
    {
        Assert.Equal(LockRefusals.LockedOnWrong, Lock("2026-06-19", 30));
        Assert.Equal(LockRefusals.LockedOnWrong, Lock("2026-06-03", 30));
        Assert.Null(Lock("2026-06-04", 15));
        Assert.Equal(LockRefusals.OverAlready, Lock("2026-06-04", 10, usual with { Days = [10] }));

        static Refusal? Lock(string on, int days, LockPolicyTerms? policy = null)
        {
            var loan = Files.Loan(null);
            var one = RateLock.Request(loan, [], asked with { Days = days }, null, policy ?? usual, Files.Ana, Files.At("2026-06-01")).Value!;
            return one.Lock(loan, new(asked with { Days = days }, null, null), null, policy ?? usual, Files.Day(on), Files.Day("2026-06-18"), ruth, Files.At("2026-06-18")).Refusal;
        }
    }

    [Fact]
    public void What_was_turned_down_leaves_the_loan_as_it_was()
    {
        var loan = Files.Loan(null);
        Assert.Equal(LockRefusals.ReasonNeeded, Asked(loan, asked).TurnDown(loan, null, Files.Day("2026-06-01"), ruth, Files.At("2026-06-01")).Refusal);
        var one = Asked(Files.Loan(null), asked);
        Assert.True(one.TurnDown(loan, "Not this product", Files.Day("2026-06-01"), ruth, Files.At("2026-06-01")).IsDone);
        Assert.Equal((LockStatus.Floating, LockStatus.Cancelled, false), (loan.LockStatus, one.Status, one.WasLocked));

        var (ran, before) = RanOut();
        Asked(ran, asked, before).TurnDown(ran, "Too late", Files.Day("2026-08-01"), ruth, Files.At("2026-08-01"));
        Assert.Equal((LockStatus.Expired, Files.Day("2026-07-18")), (ran.LockStatus, ran.LockExpiresOn));
    }

    [Fact]
    public void A_cancelled_lock_takes_its_days_off_the_loan()
    {
        var loan = Files.Loan("2026-05-21");
        var one = Locked(loan, "2026-06-18", asked);

        Assert.Equal(LockRefusals.ReasonNeeded, one.Cancel(loan, "", Files.Day("2026-06-20"), ruth, Files.At("2026-06-20")).Refusal);
        Assert.True(one.Cancel(loan, "Another investor", Files.Day("2026-06-20"), ruth, Files.At("2026-06-20")).IsDone);

        Assert.Equal((LockStatus.Cancelled, null, null), (loan.LockStatus, loan.LockedOn, loan.LockExpiresOn));
        Assert.Null(Line(loan, "2026-06-20", Files.Estimate("2026-05-26")));
    }

    [Fact]
    public void A_funded_loan_has_no_days_left_and_nothing_to_lock()
    {
        var loan = Files.Loan(null, with: l => l.Reach(Pipelines.Milestone.Funding, Files.Day("2026-06-30")));
        Assert.Equal(LockRefusals.LoanIsOver, RateLock.Request(loan, [], asked, null, usual, Files.Ana, Files.At("2026-07-01")).Refusal);

        loan.Lock(Files.Day("2026-06-01"), Files.Day("2026-07-01"));
        Assert.Null(loan.LockDaysLeft(Files.Day("2026-07-20")));
    }

    [Fact]
    public void A_lock_that_came_in_a_file_can_be_extended_by_the_desk()
    {
        var loan = Files.Loan(null, with: l => l.Lock(Files.Day("2026-06-01"), Files.Day("2026-07-01")));
        var adopted = RateLock.Adopt(loan, [], ruth, Files.At("2026-06-20"));

        Assert.True(adopted.Extend(loan, 5, 0.1m, "Late", usual, Files.Day("2026-06-30"), ruth, Files.At("2026-06-30")).IsDone);
        Assert.Equal((30, 6.375m, Files.Day("2026-07-06")), (adopted.Days, adopted.Rate, loan.LockExpiresOn));
    }

    private static (Loan Loan, RateLock Before) RanOut()
    {
        var loan = Files.Loan("2026-05-21");
        var before = Locked(loan, "2026-06-18", asked);
        before.RunOut(Files.Day("2026-07-19"), Files.At("2026-07-19"));
        loan.LetLockRunOut(Files.Day("2026-07-19"));
        return (loan, before);
    }

    private static RateLock Asked(Loan loan, LockTerms terms, params RateLock[] known) => RateLock.Request(loan, known, terms, null, usual, Files.Ana, Files.At("2026-06-01")).Value!;

    private static RateLock Locked(Loan loan, string on, LockTerms terms, params RateLock[] known)
    {
        var one = Asked(loan, terms, known);
        Assert.True(one.Lock(loan, new(terms, 101.125m, "A-1"), known.LastOrDefault(), usual, Files.Day(on), Files.Day(on), ruth, Files.At(on)).IsDone);
        return one;
    }

    private static ClockLine? Line(Loan loan, string today, params Disclosure[] sent) => Files.Clock(loan, today, sent).Lines().FirstOrDefault(line => line.Key == RuleCodes.EstimateAfterLock);
}
