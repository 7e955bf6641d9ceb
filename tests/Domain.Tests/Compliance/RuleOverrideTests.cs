using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Tests.Compliance.Rules;

namespace CrmStudio.Domain.Tests.Compliance;

public sealed class RuleOverrideTests
{
    private const string Emergency = "Foreclosure sale on Friday; signed statement of the borrower is on file.";
    private static readonly DateTimeOffset at = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);
    private static readonly Guid ana = Guid.CreateVersion7(), carol = Guid.CreateVersion7();

    [Fact]
    public void Who_asks_does_not_decide()
    {
        var asked = Ask(RuleCodes.WaitAfterClosingDisclosure).Value!;

        Assert.Equal(ComplianceRefusals.OwnOverride, asked.Decide(true, null, by: ana, at).Refusal);
        Assert.Equal(OverrideState.Requested, asked.State);
    }

    [Fact]
    public void A_rule_that_blocks_has_no_override() =>
        Assert.Equal("compliance.no-override", Ask(RuleCodes.IntentToProceed).Refusal?.Code);

    [Fact]
    public void An_override_says_why() => Assert.Equal(ComplianceRefusals.OverrideReasonNeeded, Ask(RuleCodes.WaitAfterClosingDisclosure, "Please").Refusal);

    [Fact]
    public void An_approved_override_covers_its_day_and_later_ones_only()
    {
        var asked = Ask(RuleCodes.WaitAfterClosingDisclosure).Value!;
        Assert.False(asked.Covers(RuleCodes.WaitAfterClosingDisclosure, new DateOnly(2026, 11, 25)));

        Assert.True(asked.Decide(true, "Statement seen", by: carol, at).IsDone);

        Assert.True(asked.Covers(RuleCodes.WaitAfterClosingDisclosure, new DateOnly(2026, 11, 25)));
        Assert.False(asked.Covers(RuleCodes.WaitAfterClosingDisclosure, new DateOnly(2026, 11, 24)));
        Assert.False(asked.Covers(RuleCodes.WaitAfterEstimate, new DateOnly(2026, 11, 25)));
        Assert.Equal(ComplianceRefusals.OverrideDecided, asked.Decide(false, null, by: carol, at).Refusal);
    }

    private static CrmStudio.Domain.Common.Outcome<RuleOverride> Ask(string rule, string reason = Emergency) =>
        RuleOverride.Request(Lenders.Book.Newest(rule), "loans", Guid.CreateVersion7(), "Whitlock", new DateOnly(2026, 11, 25), reason, by: ana, at);
}
