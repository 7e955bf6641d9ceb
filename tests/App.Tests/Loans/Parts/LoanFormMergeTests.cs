using CrmStudio.App.Loans.Parts;

namespace CrmStudio.App.Tests.Loans.Parts;

public sealed class LoanFormMergeTests
{
    private static readonly LoanFormDraft was = new() { Amount = 400_000m, City = "Wells Harbor", ClosingOn = new(2026, 12, 2), LockedOn = new(2026, 11, 1), LockExpiresOn = new(2026, 12, 1) };

    [Fact]
    public void What_both_changed_differently_is_disputed()
    {
        var merge = LoanFormMerge.Of(was, was with { Amount = 410_000m, City = "Portland" }, was with { Amount = 420_000m });

        Assert.Equal(["Amount"], merge.Disputed.Select(field => field.Label));
        Assert.Empty(merge.Theirs);
    }

    [Fact]
    public void What_only_the_other_changed_is_theirs_and_needs_no_question()
    {
        var merge = LoanFormMerge.Of(was, was with { Amount = 410_000m }, was with { ClosingOn = null });

        Assert.Empty(merge.Disputed);
        Assert.Equal(["Closing"], merge.Theirs.Select(field => field.Label));
    }

    [Fact]
    public void What_both_changed_to_the_same_or_only_spelled_differently_is_neither()
    {
        var merge = LoanFormMerge.Of(was, was with { Amount = 410_000m, City = " Portland " }, was with { Amount = 410_000.00m, City = "Portland" });

        Assert.Empty(merge.Disputed);
        Assert.Empty(merge.Theirs);
    }

    [Fact]
    public void A_lock_is_disputed_and_taken_over_as_a_whole()
    {
        var mine = was with { LockExpiresOn = new(2026, 12, 15) };
        var theirs = was with { LockedOn = new(2026, 11, 10), LockExpiresOn = new(2026, 12, 25) };

        var disputed = Assert.Single(LoanFormMerge.Of(was, mine, theirs).Disputed);
        disputed.Take(mine, theirs);

        Assert.Equal("Lock", disputed.Label);
        Assert.Equal(theirs, mine);
    }

    [Fact]
    public void Every_field_of_the_form_can_be_disputed()
    {
        // Lock stands for two properties.
        Assert.Equal(typeof(LoanFormDraft).GetProperties().Length - 1, LoanFormField.All.Count);
        Assert.Equal(LoanFormField.All.Count, LoanFormField.All.Select(field => field.Label).Distinct().Count());
    }
}
