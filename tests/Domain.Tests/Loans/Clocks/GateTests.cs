using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Tests.Loans.Clocks;

public sealed class GateTests
{
    [Fact]
    public void A_closing_before_the_third_day_after_the_closing_disclosure_is_refused_with_the_first_lawful_day()
    {
        var estimate = Files.Estimate("2026-05-26");
        var clock = Files.Clock(Files.Loan("2026-05-21"), "2026-07-03", estimate, Files.Closing("2026-07-02", DisclosureMethod.Electronic, before: estimate));

        var broken = Assert.Single(clock.BreaksOfClosing(Files.Day("2026-07-09")));

        Assert.Equal(RuleCodes.WaitAfterClosingDisclosure, broken.Rule.Code);
        Assert.True(broken.CanBeOverridden);
        Assert.Equal(
            "Closing on Thu, Jul 9, 2026 is too early: counted from Closing Disclosure 1, e-mailed Jul 2, it may be held from Fri, Jul 10, 2026 on (12 CFR 1026.19(f)(1)(ii)(A)).",
            ClockRefusals.Breaks(broken).Message);
        Assert.Empty(clock.BreaksOfClosing(Files.Day("2026-07-10")));
    }

    [Fact]
    public void A_closing_before_the_seventh_day_after_the_loan_estimate_is_refused()
    {
        var estimate = Files.Estimate("2026-06-01", DisclosureMethod.InPerson);
        var clock = Files.Clock(Files.Loan("2026-05-28"), "2026-06-04", estimate, Files.Closing("2026-06-04", DisclosureMethod.InPerson, before: estimate));

        Assert.Equal([RuleCodes.WaitAfterEstimate], clock.BreaksOfClosing(Files.Day("2026-06-08")).Select(broken => broken.Rule.Code));
        Assert.Empty(clock.BreaksOfClosing(Files.Day("2026-06-09")));
    }

    [Fact]
    public void A_revised_estimate_makes_the_closing_wait_four_days_after_its_receipt()
    {
        var first = Files.Estimate("2026-05-26");
        var clock = Files.Clock(Files.Loan("2026-05-21"), "2026-06-15", first, Files.Estimate("2026-06-11", before: first), Files.Closing("2026-06-12", DisclosureMethod.InPerson, before: first));

        // Mailed on Thursday, received on Monday, June 15; then Tuesday 1, Wednesday 2, Thursday 3, not Juneteenth, Saturday 4
        Assert.Equal(RuleCodes.WaitAfterRevisedEstimate, Assert.Single(clock.BreaksOfClosing(Files.Day("2026-06-18"))).Rule.Code);
        Assert.Empty(clock.BreaksOfClosing(Files.Day("2026-06-20")));
    }

    [Fact]
    public void A_closing_disclosure_that_changed_in_what_matters_makes_it_wait_again()
    {
        var estimate = Files.Estimate("2026-05-26");
        var closing = Files.Closing("2026-06-11", DisclosureMethod.InPerson, 6.5m, estimate);
        var clock = Files.Clock(Files.Loan("2026-05-21"), "2026-06-15", estimate, closing, Files.Closing("2026-06-15", DisclosureMethod.InPerson, 6.75m, estimate, closing));

        Assert.Equal(RuleCodes.WaitAfterChangedDisclosure, clock.EarliestClosing()?.Wait.Rule.Code);
        Assert.Equal(Files.Day("2026-06-18"), clock.EarliestClosing()?.Day);
    }

    [Fact]
    public void A_closing_for_which_the_disclosure_can_no_longer_come_in_time_is_refused()
    {
        var clock = Files.Clock(Files.Loan("2026-05-21"), "2026-07-06", Files.Estimate("2026-05-26"));

        Assert.Equal("loans.disclosure-too-late", Assert.Single(clock.BreaksOfClosing(Files.Day("2026-07-08"))).Code);
        Assert.Empty(clock.BreaksOfClosing(Files.Day("2026-07-09")));
    }

    [Fact]
    public void A_file_whose_estimate_is_overdue_does_not_go_to_underwriting()
    {
        var loan = Files.Loan("2026-05-21");

        Assert.Equal("loans.estimate-overdue", Assert.Single(Files.Clock(loan, "2026-05-28").BreaksOfEntering(Milestone.Submittal)).Code);
        Assert.Empty(Files.Clock(loan, "2026-05-28").BreaksOfEntering(Milestone.Processing));
        Assert.Empty(Files.Clock(loan, "2026-05-27").BreaksOfEntering(Milestone.Submittal));
        Assert.Empty(Files.Clock(loan, "2026-06-10", Files.Estimate("2026-06-05")).BreaksOfEntering(Milestone.Submittal));
    }

    [Fact]
    public void Money_does_not_go_out_while_the_consumer_may_rescind()
    {
        Disclosure estimate = Files.Estimate("2026-05-26"), closing = Files.Closing("2026-06-08", before: estimate);
        var loan = Files.Loan("2026-05-21", LoanPurpose.RefinanceNoCashOut, closing: "2026-06-17");

        var broken = Assert.Single(Files.Clock(loan, "2026-06-22", estimate, closing).BreaksOfEntering(Milestone.Funding));

        Assert.Equal("The consumer may rescind until midnight of Mon, Jun 22, 2026; no money goes out before (12 CFR 1026.23(a)(3), (c)).", broken.Message);
        Assert.Empty(Files.Clock(loan, "2026-06-23", estimate, closing).BreaksOfEntering(Milestone.Funding));
    }

    [Fact]
    public void A_purchase_funds_on_the_day_of_its_closing()
    {
        Disclosure estimate = Files.Estimate("2026-05-26"), closing = Files.Closing("2026-06-08", before: estimate);

        Assert.Empty(Files.Clock(Files.Loan("2026-05-21", closing: "2026-06-17"), "2026-06-17", estimate, closing).BreaksOfEntering(Milestone.Funding));
    }

    [Fact]
    public void A_late_notice_of_the_right_to_rescind_gives_the_consumer_its_days()
    {
        var loan = Files.Loan("2026-05-21", LoanPurpose.RefinanceCashOut, closing: "2026-06-08");
        var clock = Files.Clock(new ClockFile { Loan = loan, Notices = [Files.Notice(NoticeKind.RightToRescind, "2026-06-10", Files.Clock(loan, "2026-06-11"))] }, "2026-06-11");

        Assert.Equal(Files.Day("2026-06-13"), clock.RescissionEnds(Files.Day("2026-06-08"))?.Day);
        Assert.Equal(Files.Day("2026-06-15"), clock.DisbursementOn(Files.Day("2026-06-08")));
    }

    [Fact]
    public void Nothing_is_refused_before_the_six_pieces_are_in()
    {
        var clock = Files.Clock(Files.Loan(applied: null), "2026-05-28");

        Assert.Empty(clock.BreaksOfClosing(Files.Day("2026-05-28")));
        Assert.Empty(clock.BreaksOfEntering(Milestone.Funding));
        Assert.Empty(clock.Lines());
        Assert.Null(clock.EarliestClosing());
    }

    [Fact]
    public void A_line_of_credit_waits_for_no_integrated_disclosure_but_can_be_rescinded()
    {
        var loan = Files.Loan("2026-05-21", LoanPurpose.RefinanceCashOut, closing: "2026-06-08");
        var clock = Files.Clock(new ClockFile { Loan = loan, IsExempt = true }, "2026-06-09");

        Assert.Empty(clock.BreaksOfClosing(Files.Day("2026-05-22")));
        Assert.Equal("loans.may-still-rescind", Assert.Single(clock.BreaksOfEntering(Milestone.Funding)).Code);
    }
}
