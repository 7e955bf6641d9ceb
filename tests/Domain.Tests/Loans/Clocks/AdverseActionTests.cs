using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Tests.Compliance.Rules;

namespace CrmStudio.Domain.Tests.Loans.Clocks;

public sealed class AdverseActionTests
{
    [Fact]
    public void A_denial_without_a_reason_is_none() => Assert.Equal(ClockRefusals.DenialReasonsNeeded, Take().Refusal);

    [Fact]
    public void More_than_four_reasons_tell_nobody_why() =>
        Assert.Equal("A denial has at most 4 principal reasons (comment 9(b)(2)-1).",
            Take(AdverseReason.Bankruptcy, AdverseReason.Collateral, AdverseReason.LimitedCredit, AdverseReason.Foreclosure, AdverseReason.IncomeInsufficient).Refusal?.Message);

    [Fact]
    public void Another_reason_is_written_out() => Assert.Equal(ClockRefusals.OtherReasonNeeded, Take(AdverseReason.Other).Refusal);

    [Fact]
    public void Every_reason_has_words_and_a_code_of_the_register() => Assert.All(Enum.GetValues<AdverseReason>(), reason =>
    {
        Assert.NotEmpty(AdverseReasons.Words(reason));
        Assert.InRange(AdverseReasons.HmdaCode(reason), 1, 9);
    });

    private static Outcome<AdverseAction> Take(params AdverseReason[] reasons) => AdverseAction.Take(Guid.CreateVersion7(), Files.Day("2026-06-10"), reasons, null, Lenders.Book, Files.Ana);
}
