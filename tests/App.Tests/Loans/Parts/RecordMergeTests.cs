using CrmStudio.App.Loans.Clocks.Parts;
using CrmStudio.App.Loans.Parts;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Hmda;

namespace CrmStudio.App.Tests.Loans.Parts;

public sealed class RecordMergeTests
{
    private static readonly FeeTerms was = new(FeeSection.B, "Appraisal", null, ToleranceBucket.Zero, 600, 600, null, false);

    private IReadOnlyList<MergeQuestion>? asked;

    [Fact]
    public async Task What_only_one_of_them_changed_is_not_asked()
    {
        var settled = await SettleAsync(was with { Charged = 650 }, was with { PaidTo = "Acme", Estimated = 610 });

        Assert.Equal(was with { Charged = 650, PaidTo = "Acme", Estimated = 610 }, settled);
        Assert.Null(asked);
    }

    [Fact]
    public async Task What_both_changed_to_the_same_is_not_asked()
    {
        Assert.Equal(was with { Charged = 650 }, await SettleAsync(was with { Charged = 650 }, was with { Charged = 650 }));
        Assert.Null(asked);
    }

    [Fact]
    public async Task What_both_changed_is_asked_with_both_values_and_theirs_stands_unless_mine_is_chosen()
    {
        var (mine, theirs) = (was with { Charged = 650, Name = "Appraisal, rush" }, was with { Charged = 700, Name = "Appraisal fee" });

        Assert.Equal(theirs, await SettleAsync(mine, theirs));
        Assert.Equal([new MergeQuestion("Fee", "Appraisal fee", "Appraisal, rush"), new MergeQuestion("Charged, $", "$700", "$650")], asked!);
        Assert.Equal(theirs with { Charged = 650 }, await SettleAsync(mine, theirs, "Charged, $"));
        Assert.Equal(mine, await SettleAsync(mine, theirs, "Charged, $", "Fee"));
    }

    [Fact]
    public async Task A_question_that_was_closed_settles_nothing() =>
        Assert.Null(await RecordMerge.SettleAsync(FeeFields.All, was, was with { Charged = 650 }, was with { Charged = 700 }, _ => Task.FromResult<IReadOnlySet<string>?>(null)));

    /// <summary>A field left off the list would be overwritten unseen.</summary>
    [Fact]
    public void Every_field_of_a_fee_and_of_the_register_is_on_its_list_once()
    {
        Assert.Equal(typeof(FeeTerms).GetProperties().Length, FeeFields.All.Count);
        Assert.Equal(typeof(HmdaTerms).GetProperties().Length, HmdaFields.All.Count);
        Assert.Equal(HmdaFields.All.Count, HmdaFields.All.Select(field => field.Label).Distinct().Count());
    }

    [Fact]
    public void Every_field_takes_its_own_value_over_and_says_it()
    {
        var full = new HmdaTerms
        {
            Uli = "U", County = "23031", CensusTract = "23031036001", TotalUnits = 4, IncomeThousands = 90, CreditScore = 700, ScoreModel = HmdaScoreModel.Fico10T, DebtToIncome = 40, RateSpread = 1, IsHighCost = true,
            Purchaser = HmdaPurchaser.FannieMae, IntroductoryMonths = 60, PrepaymentPenaltyMonths = 12, NmlsrId = "1234", IsPreapproval = true, IsManufactured = true, IsSubordinateLien = true, HasBalloon = true,
            HasInterestOnly = true, HasNegativeAmortization = true, CameDirectly = false, IsInitiallyPayable = false, IsReverse = true, IsOpenEnd = true, IsBusinessPurpose = true,
        };

        Assert.Equal(full, HmdaFields.All.Aggregate(new HmdaTerms(), (terms, field) => field.Take(terms, full)));
        Assert.All(HmdaFields.All, field => Assert.NotEqual(field.Shown(new HmdaTerms()), field.Shown(full)));
    }

    private Task<FeeTerms?> SettleAsync(FeeTerms mine, FeeTerms theirs, params string[] own) => RecordMerge.SettleAsync(FeeFields.All, was, mine, theirs, questions =>
    {
        asked = questions;
        return Task.FromResult<IReadOnlySet<string>?>(own.ToHashSet());
    });
}
