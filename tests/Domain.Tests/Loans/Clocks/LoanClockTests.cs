using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Tests.Loans.Clocks;

public sealed class LoanClockTests
{
    [Fact]
    public void An_estimate_that_went_out_late_is_broken_and_stays_so()
    {
        var line = Line(Files.Clock(Files.Loan("2026-05-21"), "2026-09-01", Files.Estimate("2026-05-28")), RuleCodes.EstimateOut);

        Assert.Equal((ClockState.Broken, Files.Day("2026-05-27"), Files.Day("2026-05-28")), (line.State, line.Day, line.MetOn));
    }

    [Theory]
    [InlineData("2026-05-22", ClockState.Open)]
    [InlineData("2026-05-24", ClockState.Soon)]
    [InlineData("2026-05-27", ClockState.Soon)]
    [InlineData("2026-05-28", ClockState.Broken)]
    public void An_estimate_that_has_not_gone_out_runs_towards_its_last_day(string today, ClockState state) =>
        Assert.Equal(state, Line(Files.Clock(Files.Loan("2026-05-21"), today), RuleCodes.EstimateOut).State);

    [Fact]
    public void A_loan_that_was_withdrawn_in_time_needs_no_estimate() =>
        Assert.Equal(ClockState.Moot, Line(Files.Clock(new ClockFile { Loan = Files.Loan("2026-05-21"), Ending = EndingKind.Withdrawn, EndedOn = Files.Day("2026-05-26") }, "2026-07-01"), RuleCodes.EstimateOut).State);

    [Fact]
    public void A_lock_asks_for_a_revised_estimate_within_three_office_days()
    {
        var loan = Files.Loan("2026-05-21", with: l => l.Lock(Files.Day("2026-06-18"), Files.Day("2026-07-18")));
        var first = Files.Estimate("2026-05-26");

        var open = Line(Files.Clock(loan, "2026-06-19", first), RuleCodes.EstimateAfterLock);
        // Juneteenth and the weekend do not count: Monday 1, Tuesday 2, Wednesday 3
        Assert.Equal((ClockState.Open, Files.Day("2026-06-24")), (open.State, open.Day));

        var revised = Files.Record(Files.Draft(DisclosureKind.LoanEstimate, "2026-06-23") with { IsRateLocked = true, Reasons = [ChangeReason.RateLock], KnownOn = Files.Day("2026-06-18") }, first).Value!;
        Assert.Equal(ClockState.Met, Line(Files.Clock(loan, "2026-07-01", first, revised), RuleCodes.EstimateAfterLock).State);
    }

    [Fact]
    public void A_revision_that_came_too_late_says_that_it_moves_no_tolerance()
    {
        var first = Files.Estimate("2026-05-26");
        var revised = Files.Record(Files.Draft(DisclosureKind.LoanEstimate, "2026-06-10") with { KnownOn = Files.Day("2026-06-04") }, first).Value!;

        var line = Line(Files.Clock(Files.Loan("2026-05-21"), "2026-06-11", first, revised), "RLE-3#2");

        Assert.Equal((ClockState.Broken, Files.Day("2026-06-09"), "It came too late to move the tolerances."), (line.State, line.Day, line.Note));
    }

    [Fact]
    public void The_lender_acts_within_thirty_days()
    {
        var loan = Files.Loan("2026-05-21");
        Assert.Equal((ClockState.Open, Files.Day("2026-06-20")), (Line(Files.Clock(loan, "2026-06-10"), RuleCodes.ActOnApplication).State, Line(Files.Clock(loan, "2026-06-10"), RuleCodes.ActOnApplication).Day));

        var told = new ClockFile { Loan = loan, Notices = [Files.Notice(NoticeKind.Approval, "2026-06-15", Files.Clock(loan, "2026-06-15"))] };
        Assert.Equal(ClockState.Met, Line(Files.Clock(told, "2026-06-30"), RuleCodes.ActOnApplication).State);
    }

    [Fact]
    public void A_denial_is_followed_by_its_notice_though_the_loan_has_ended()
    {
        var loan = Files.Loan("2026-05-21");
        var denied = AdverseAction.Take(loan.Id, Files.Day("2026-06-10"), [AdverseReason.ExcessiveObligations], null, Compliance.Rules.Lenders.Book, Files.Ana).Value!;
        var file = new ClockFile { Loan = loan, AdverseAction = denied, Ending = EndingKind.Denied, EndedOn = Files.Day("2026-06-10") };

        Assert.Equal((ClockState.Soon, Files.Day("2026-07-10")), (Line(Files.Clock(file, "2026-07-08"), RuleCodes.AdverseActionNotice).State, Line(Files.Clock(file, "2026-07-08"), RuleCodes.AdverseActionNotice).Day));
        Assert.Equal(ClockState.Moot, Line(Files.Clock(file, "2026-07-08"), RuleCodes.ActOnApplication).State);
    }

    [Fact]
    public void A_counteroffer_that_is_not_taken_is_followed_by_a_notice_within_ninety_days()
    {
        var loan = Files.Loan("2026-05-21");
        var offered = Files.Notice(NoticeKind.Counteroffer, "2026-06-15", Files.Clock(loan, "2026-06-15"));

        var line = Line(Files.Clock(new ClockFile { Loan = loan, Notices = [offered] }, "2026-06-20"), RuleCodes.CounterofferNotTaken);

        Assert.Equal(Files.Day("2026-09-13"), line.Day);
    }

    [Fact]
    public void An_intent_to_proceed_answers_an_estimate_that_was_received()
    {
        var loan = Files.Loan("2026-05-21");
        var clock = Files.Clock(loan, "2026-06-01", Files.Estimate("2026-05-26"));

        Assert.Equal(ClockRefusals.IntentBeforeEstimate, LoanNotice.Record(loan.Id, NoticeKind.IntentToProceed, Files.Day("2026-05-28"), null, clock, Files.Day("2026-06-01"), Files.Ana).Refusal);
        Assert.True(LoanNotice.Record(loan.Id, NoticeKind.IntentToProceed, Files.Day("2026-05-29"), null, clock, Files.Day("2026-06-01"), Files.Ana).IsDone);
    }

    [Fact]
    public void A_lock_that_ends_before_the_money_goes_out_is_broken()
    {
        var loan = Files.Loan("2026-05-21", LoanPurpose.RefinanceCashOut, closing: "2026-06-17", with: l => l.Lock(Files.Day("2026-05-22"), Files.Day("2026-06-22")));

        var line = Line(Files.Clock(loan, "2026-06-10", Files.Estimate("2026-05-26")), RuleCodes.LockCoversDisbursement);

        Assert.Equal((ClockState.Broken, "1 day short."), (line.State, line.Note));
    }

    [Fact]
    public void A_cure_is_due_sixty_days_after_the_closing()
    {
        var loan = Files.Loan("2026-05-21", closing: "2026-06-17", with: l => l.Reach(Milestone.Funding, Files.Day("2026-06-17")));

        Assert.Equal(Files.Day("2026-08-16"), Line(Files.Clock(new ClockFile { Loan = loan, Cure = 120m }, "2026-06-20"), RuleCodes.Cure).Day);
        Assert.DoesNotContain(Files.Clock(new ClockFile { Loan = loan }, "2026-06-20").Lines(), line => line.Key == RuleCodes.Cure);
    }

    [Fact]
    public void The_simulator_moves_every_date_with_the_closing()
    {
        var loan = Files.Loan("2026-05-21", LoanPurpose.RefinanceNoCashOut, with: l => l.Lock(Files.Day("2026-06-01"), Files.Day("2026-07-15")));
        var clock = Files.Clock(loan, "2026-06-08", Files.Estimate("2026-05-26"));

        var plan = clock.Plan(Files.Day("2026-07-07"));

        Assert.Equal("earliest 2026-06-11, le-by 2026-06-27, rle-received 2026-07-01, rle-mailed 2026-06-27, cd-received 2026-07-02, cd-mailed 2026-06-29, rescission 2026-07-10, disbursement 2026-07-13, lock 2026-07-15",
            string.Join(", ", plan.Dates.Select(date => $"{date.Key} {date.Day:yyyy-MM-dd}")));
        Assert.Equal("2 days to spare", plan["lock"].Note);
        Assert.Empty(plan.Breaks);
        Assert.Equal("1 day short: extend it, or close earlier", clock.Plan(Files.Day("2026-07-11"))["lock"].Note);
        Assert.Equal(PlanState.Missed, clock.Plan(Files.Day("2026-06-10"))["earliest"].State);
    }

    private static ClockLine Line(LoanClock clock, string key) => Assert.Single(clock.Lines(), line => line.Key == key);
}
