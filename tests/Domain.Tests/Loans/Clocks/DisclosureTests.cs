using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Tests.Compliance.Rules;

namespace CrmStudio.Domain.Tests.Loans.Clocks;

public sealed class DisclosureTests
{
    [Fact]
    public void A_revised_estimate_does_not_go_out_on_the_day_of_the_closing_disclosure_or_after_it()
    {
        Disclosure estimate = Files.Estimate("2026-05-26"), closing = Files.Closing("2026-06-15", before: estimate);

        foreach (var day in (string[])["2026-06-15", "2026-06-16"])
            Assert.Equal(ClockRefusals.EstimateAfterClosingDisclosure, Files.Record(Files.Draft(DisclosureKind.LoanEstimate, day), estimate, closing).Refusal);
        Assert.True(Files.Record(Files.Draft(DisclosureKind.LoanEstimate, "2026-06-14"), estimate, closing).IsDone);
    }

    [Fact]
    public void A_closing_disclosure_does_not_go_out_on_the_day_of_a_revised_estimate()
    {
        var first = Files.Estimate("2026-05-26");
        var revised = Files.Estimate("2026-06-15", before: first);

        Assert.Equal(ClockRefusals.EstimateAfterClosingDisclosure, Files.Record(Files.Draft(DisclosureKind.ClosingDisclosure, "2026-06-15"), first, revised).Refusal);
    }

    [Fact]
    public void A_revision_says_why_and_since_when()
    {
        var first = Files.Estimate("2026-05-26");
        var draft = Files.Draft(DisclosureKind.LoanEstimate, "2026-06-01");

        Assert.Equal(ClockRefusals.ChangeReasonNeeded, Files.Record(draft with { Reasons = [] }, first).Refusal);
        Assert.Equal(ClockRefusals.KnownOnNeeded, Files.Record(draft with { KnownOn = null }, first).Refusal);
        Assert.Equal(ClockRefusals.KnownOnNeeded, Files.Record(draft with { KnownOn = Files.Day("2026-06-02") }, first).Refusal);
    }

    [Fact]
    public void Electronic_delivery_needs_consent_first()
    {
        var draft = Files.Draft(DisclosureKind.LoanEstimate, "2026-05-26", DisclosureMethod.Electronic);

        Assert.Equal(ClockRefusals.ConsentNeeded, Files.Record(draft with { ConsentOn = null }).Refusal);
        Assert.Equal(ClockRefusals.ConsentNeeded, Files.Record(draft with { ConsentOn = Files.Day("2026-05-27") }).Refusal);
    }

    [Fact]
    public void An_early_receipt_has_a_proof() =>
        Assert.Equal(ClockRefusals.EvidenceNeeded, Files.Record(Files.Draft(DisclosureKind.LoanEstimate, "2026-05-26") with { ReceivedOn = Files.Day("2026-05-27") }).Refusal);

    [Fact]
    public void A_disclosure_is_recorded_once_it_went_out() =>
        Assert.Equal("SentOn", Disclosure.Record(Files.Draft(DisclosureKind.LoanEstimate, "2026-05-26"), [], false, Lenders.Usual, Files.Day("2026-05-25"), Files.Ana).Refusal?.Field);

    [Theory]
    [InlineData(DisclosureMethod.InPerson, "2026-07-02")]
    [InlineData(DisclosureMethod.Electronic, "2026-07-07")]
    [InlineData(DisclosureMethod.UsMail, "2026-07-07")]
    [InlineData(DisclosureMethod.Courier, "2026-07-07")]
    public void What_is_not_handed_over_is_presumed_received_later(DisclosureMethod method, string received) =>
        Assert.Equal(Files.Day(received), Files.Closing("2026-07-02", method).Received(Lenders.Usual).Day);

    [Fact]
    public void A_proven_receipt_takes_the_place_of_the_presumption_even_when_it_is_later()
    {
        var mailed = Files.Closing("2026-07-02");

        Assert.True(mailed.Receive(Files.Day("2026-07-09"), "Signed on the envelope", Files.Day("2026-07-10")).IsDone);

        Assert.Equal((Files.Day("2026-07-09"), null), mailed.Received(Lenders.Usual));
    }

    [Fact]
    public void Costs_hold_for_ten_days_of_the_office_calendar_at_least()
    {
        var draft = Files.Draft(DisclosureKind.LoanEstimate, "2026-05-21");

        Assert.Equal(Files.Day("2026-06-05"), Files.Record(draft).Value!.CostsExpireOn);
        Assert.Equal("loans.costs-expire-too-early", Files.Record(draft with { CostsExpireOn = Files.Day("2026-06-04") }).Refusal?.Code);
    }

    [Fact]
    public void After_the_intent_to_proceed_the_expiry_may_stay_blank() =>
        Assert.Null(Disclosure.Record(Files.Draft(DisclosureKind.LoanEstimate, "2026-06-01"), [Files.Estimate("2026-05-21")], hasIntent: true, Lenders.Usual, Files.Day("2030-01-01"), Files.Ana).Value!.CostsExpireOn);

    [Theory]
    [InlineData(6.500, 6.625, false)]
    [InlineData(6.500, 6.626, true)]
    [InlineData(6.500, 6.374, true)]
    public void An_apr_that_moves_by_more_than_an_eighth_starts_a_new_wait(double before, double after, bool isNew)
    {
        var first = Files.Closing("2026-07-02", apr: (decimal)before);

        Assert.Equal(isNew, Files.Closing("2026-07-06", apr: (decimal)after, before: first).NewWaitAfter(first, Lenders.Book).Count > 0);
    }

    [Fact]
    public void An_irregular_transaction_may_be_off_by_a_quarter()
    {
        var draft = Files.Draft(DisclosureKind.ClosingDisclosure, "2026-07-06") with { Apr = 6.75m, IsIrregular = true };
        var first = Files.Closing("2026-07-02", apr: 6.5m);

        Assert.Empty(Files.Record(draft, first).Value!.NewWaitAfter(first, Lenders.Book));
    }

    [Fact]
    public void Another_product_and_a_prepayment_penalty_start_a_new_wait()
    {
        var first = Files.Record(Files.Draft(DisclosureKind.ClosingDisclosure, "2026-07-02") with { Product = "Fixed Rate" }).Value!;
        var second = Files.Record(Files.Draft(DisclosureKind.ClosingDisclosure, "2026-07-06") with { Product = "5/1 Adjustable Rate", HasPrepaymentPenalty = true }, first).Value!;

        Assert.Equal(["the product changed from Fixed Rate to 5/1 Adjustable Rate", "a prepayment penalty was added"], second.NewWaitAfter(first, Lenders.Book));
    }
}
