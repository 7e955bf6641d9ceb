using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Tests.Loans.Clocks;

namespace CrmStudio.Domain.Tests.Loans.Hmda;

public sealed class DemographicsTests
{
    private static readonly DemographicAnswers given = new()
    {
        TakenBy = ApplicationTaking.Telephone, Ethnicities = [HmdaEthnicity.OtherHispanicOrLatino], OtherEthnicity = "Colombian",
        Races = [HmdaRace.White, HmdaRace.OtherAsian], OtherAsian = "Hmong", Sex = HmdaSex.Both, Age = 34,
    };

    private static readonly DemographicAnswers seen = new()
    {
        TakenBy = ApplicationTaking.FaceToFace, Ethnicities = [HmdaEthnicity.NotHispanicOrLatino], IsEthnicityObserved = true, Races = [HmdaRace.Asian], IsRaceObserved = true, Sex = HmdaSex.Female, IsSexObserved = true, Age = 34,
    };

    private static readonly DemographicAnswers silent = new()
    {
        TakenBy = ApplicationTaking.Internet, Ethnicities = [HmdaEthnicity.NotProvided], Races = [HmdaRace.NotProvided], Sex = HmdaSex.NotProvided, Age = 34,
    };

    private static readonly DemographicAnswers nobody = new() { TakenBy = ApplicationTaking.Mail, Ethnicities = [HmdaEthnicity.NotApplicable], Races = [HmdaRace.NotApplicable], Sex = HmdaSex.NotApplicable };

    /// <summary>What Regulation C would not have written, and the field that says so.</summary>
    private static readonly Dictionary<string, (DemographicAnswers Answers, string Field)> wrong = new()
    {
        ["no ethnicity"] = (given with { Ethnicities = [], OtherEthnicity = null }, "Ethnicities"),
        ["no race"] = (given with { Races = [], OtherAsian = null }, "Races"),
        ["no sex"] = (given with { Sex = null }, "Sex"),
        ["six races"] = (given with { Races = [HmdaRace.White, HmdaRace.OtherAsian, HmdaRace.Chinese, HmdaRace.Samoan, HmdaRace.Korean, HmdaRace.Filipino] }, "Races"),
        ["twice the same"] = (given with { Races = [HmdaRace.OtherAsian, HmdaRace.OtherAsian] }, "Races"),
        ["a code nobody knows"] = (given with { Races = [(HmdaRace)99] }, "Races"),
        ["given and not given"] = (given with { Ethnicities = [HmdaEthnicity.NotProvided, HmdaEthnicity.Cuban], OtherEthnicity = null }, "Ethnicities"),
        ["seen over the telephone"] = (seen with { TakenBy = ApplicationTaking.Telephone }, "Ethnicities"),
        ["seen in detail"] = (seen with { Races = [HmdaRace.Korean] }, "Races"),
        ["both sexes seen"] = (seen with { Sex = HmdaSex.Both }, "Sex"),
        ["seen and not known"] = (seen with { Sex = HmdaSex.NotApplicable }, "Sex"),
        ["silent face to face"] = (silent with { TakenBy = ApplicationTaking.FaceToFace }, "Ethnicities"),
        ["a tribe of nobody"] = (given with { Tribe = "Passamaquoddy" }, "Tribe"),
        ["an other that was not chosen"] = (given with { Ethnicities = [HmdaEthnicity.Cuban] }, "OtherEthnicity"),
        ["a text too long"] = (given with { OtherAsian = new string('H', 101) }, "OtherAsian"),
        ["an age of zero"] = (given with { Age = 0 }, "Age"),
    };

    public static TheoryData<string> Wrong => [.. wrong.Keys];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_regulation_c_would_not_have_written_is_refused_at_its_field(string what)
    {
        var refused = Collect(wrong[what].Answers).Refusal;
        Assert.Equal(("common.invalid", wrong[what].Field), (refused?.Code, refused?.Field));
    }

    [Fact]
    public void What_was_said_seen_withheld_or_does_not_apply_is_kept_as_it_was()
    {
        foreach (var answers in (DemographicAnswers[])[given, seen, silent, nobody])
        {
            var kept = Collect(answers).Value!.Answers();
            Assert.Equal((answers.TakenBy, answers.OtherEthnicity, answers.OtherAsian, answers.Sex, answers.Age, answers.IsRaceObserved), (kept.TakenBy, kept.OtherEthnicity, kept.OtherAsian, kept.Sex, kept.Age, kept.IsRaceObserved));
            Assert.Equal(answers.Ethnicities, kept.Ethnicities);
            Assert.Equal(answers.Races, kept.Races);
        }
    }

    [Fact]
    public void Nobody_but_borrowers_is_asked() =>
        Assert.Equal(HmdaRefusals.NotAnApplicant, DemographicRecord.Collect(Party(LoanPartyRole.Seller), 1, given, Files.Day("2026-06-01"), Files.Ana).Refusal);

    [Fact]
    public void What_is_left_to_clear_is_said_under_the_numbers_of_the_guide()
    {
        Assert.Equal("V628-1", DemographicEdits.Missing("Marisol", isFirst: true).Edit);
        Assert.Equal("V631-1", DemographicEdits.Missing("Ramon", isFirst: false).Edit);
        Assert.Empty(Edits(given));
        Assert.Empty(Edits(nobody));
        Assert.Equal(["V651-1"], Edits(given with { Age = null }));
        Assert.Equal(["V651-2", "V655-1", "V668-1"], Edits(nobody with { Age = 40 }, new HmdaTerms { IncomeThousands = 90, CreditScore = 700 }));
        Assert.Equal(["Q614-1"], Edits(given with { Age = 101 }));
        Assert.Equal(["Q622"], Edits(given with { Age = 61 }, new HmdaTerms { IsReverse = true }));
    }

    private static IEnumerable<string> Edits(DemographicAnswers answers, HmdaTerms? terms = null) => DemographicEdits.Check(answers, "Marisol", true, terms ?? new HmdaTerms()).Select(finding => finding.Edit);

    private static Outcome<DemographicRecord> Collect(DemographicAnswers answers) => DemographicRecord.Collect(Party(LoanPartyRole.Borrower), 1, answers, Files.Day("2026-06-01"), Files.Ana);

    private static LoanParty Party(LoanPartyRole role) => Files.Loan("2026-05-21").AddParty(Guid.CreateVersion7(), "Marisol Whitlock", role);
}
