using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans.Credit;

namespace CrmStudio.Domain.Tests.Loans.Credit;

public sealed class CreditPullTests
{
    private static readonly DateOnly today = new(2026, 11, 20);
    private static readonly CreditRules rules = new(new RuleBook(RulePack.Shipped), today);
    private static readonly CreditAuthorization word = new("Marisol Whitlock", AuthorizationMethod.ElectronicSignature, today.AddDays(-1), "Application, page 4, signed in the portal");
    private static readonly CreditPullDraft draft = new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), CreditInquiry.Hard, today, "credit.purpose.credit-transaction", word, CreditModel.FicoClassic,
        [new(CreditBureau.Equifax, 702), new(CreditBureau.Experian, 688), new(CreditBureau.TransUnion, 715)]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("curiosity")]
    [InlineData("credit.valid-days")]
    public void Without_a_purpose_of_the_list_no_pull_is_written_down(string? purpose) => Assert.Equal(CreditRefusals.PurposeNeeded, Record(draft with { Purpose = purpose }).Refusal);

    [Fact]
    public void Without_the_borrowers_word_no_pull_is_written_down_and_the_refusal_says_what_lacks()
    {
        Assert.Equal("AuthorizedBy", Record(draft with { Authorization = word with { By = " " } }).Refusal?.Field);
        Assert.Equal("Method", Record(draft with { Authorization = word with { Method = null } }).Refusal?.Field);
        Assert.Equal("AuthorizedOn", Record(draft with { Authorization = word with { On = null } }).Refusal?.Field);
        Assert.Equal("Evidence", Record(draft with { Authorization = word with { Evidence = "" } }).Refusal?.Field);
        Assert.Equal(CreditRefusals.AuthorizedLater, Record(draft with { Authorization = word with { On = today.AddDays(1) } }).Refusal);
    }

    [Fact]
    public void Written_instructions_are_a_writing()
    {
        var said = draft with { Purpose = CreditRules.WrittenInstructions, Authorization = word with { Method = AuthorizationMethod.RecordedCall } };

        Assert.Equal(CreditRefusals.WritingNeeded, Record(said).Refusal);
        Assert.True(Record(said with { Authorization = word }).IsDone);
        Assert.True(Record(said with { Purpose = "credit.purpose.credit-transaction" }).IsDone);
    }

    [Theory]
    [InlineData(CreditModel.FicoClassic, 299, false)]
    [InlineData(CreditModel.FicoClassic, 300, true)]
    [InlineData(CreditModel.FicoClassic, 850, true)]
    [InlineData(CreditModel.FicoClassic, 851, false)]
    [InlineData(CreditModel.Vantage4, 851, false)]
    [InlineData(CreditModel.Vantage2, 500, false)]
    [InlineData(CreditModel.Vantage2, 990, true)]
    public void A_score_lies_on_the_scale_of_its_model(CreditModel model, int score, bool isTaken) =>
        Assert.Equal(isTaken, Record(draft with { Model = model, Scores = [new(CreditBureau.Experian, score)] }).IsDone);

    [Fact]
    public void A_bureau_is_asked_once_and_one_at_least()
    {
        Assert.Equal(CreditRefusals.BureauNeeded, Record(draft with { Scores = [] }).Refusal);
        Assert.Equal(CreditRefusals.BureauNeeded, Record(draft with { Scores = [new(CreditBureau.Equifax, 700), new(CreditBureau.Equifax, 701)] }).Refusal);
        Assert.True(Record(draft with { Scores = [new(CreditBureau.Equifax, null)] }).IsDone);   // a frozen file
    }

    [Fact]
    public void Tomorrow_nothing_was_pulled_yet_and_credit_ends_after_as_many_days_as_the_rule_says()
    {
        Assert.Equal("PulledOn", Record(draft with { PulledOn = today.AddDays(1) }).Refusal?.Field);
        Assert.Equal(today.AddDays(120), Record(draft).Value!.ExpiresOn);
        Assert.Equal("120", rules.ValidDays.Value);
        Assert.Contains("B1-1-03", rules.ValidDays.Citation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_is_struck_once_and_with_a_reason()
    {
        var pull = Record(draft).Value!;

        Assert.Equal("Reason", pull.Strike(" ", Guid.Empty, default).Refusal?.Field);
        Assert.True(pull.Strike("The co-borrower’s scores", Guid.Empty, default).IsDone);
        Assert.Equal(CreditRefusals.AlreadyStruck, pull.Strike("Again", Guid.Empty, default).Refusal);
    }

    private static Outcome<CreditPull> Record(CreditPullDraft draft) => CreditPull.Record(draft, rules, today, Guid.Empty);
}
