using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Domain.Tests.Compliance.Rules;
using CrmStudio.Domain.Tests.Loans.Clocks;

namespace CrmStudio.Domain.Tests.Loans.Hmda;

public sealed class HmdaEditsTests
{
    private static readonly HmdaTerms complete = new()
    {
        Uli = "10Bx939c5543TqA1144M999143X38", TotalUnits = 1, County = "23031", CensusTract = "23031036001", IncomeThousands = 128, CreditScore = 748,
        ScoreModel = HmdaScoreModel.FicoClassic04, DebtToIncome = 38.4m, NmlsrId = "123456", RateSpread = 0.21m, IsHighCost = false,
    };

    private static readonly HmdaEntry originated = new()
    {
        Terms = complete, ApplicationOn = Files.Day("2026-05-21"), LoanType = 1, Purpose = 1, Occupancy = 1, Amount = 409_600m, Action = HmdaAction.Originated, ActionOn = Files.Day("2026-06-17"),
        Street = "214 Alder Court", City = "Wells Harbor", State = "ME", Zip = "04090", InterestRate = 6.375m, Cltv = 80m, TermMonths = 360, PropertyValue = 512_000m,
    };

    private static readonly HmdaEntry withdrawn = originated with
    {
        Action = HmdaAction.Withdrawn, Terms = complete with { RateSpread = null, IsHighCost = null, CreditScore = null, ScoreModel = HmdaScoreModel.None, DebtToIncome = null },
        InterestRate = null, Cltv = null, PropertyValue = null,
    };

    /// <summary>Each edit with a line that breaks it and it alone.</summary>
    private static readonly Dictionary<string, HmdaEntry> breaking = new()
    {
        ["V608-1"] = originated with { Terms = complete with { Uli = "10Bx939c5543TqA1144M38" } },
        ["V609"] = originated with { Terms = complete with { Uli = "10Bx939c5543TqA1144M999134X38" } },
        ["V610-1"] = originated with { ApplicationOn = null },
        ["V611"] = originated with { LoanType = null },
        ["V612-1"] = originated with { Purpose = null },
        ["V612-2"] = originated with { Purpose = 31, Terms = complete with { IsPreapproval = true } },
        ["V613-2"] = withdrawn with { Action = HmdaAction.PreapprovalNotAccepted },
        ["V613-3"] = withdrawn with { Terms = withdrawn.Terms with { IsPreapproval = true } },
        ["V614-3"] = originated with { Terms = complete with { IsReverse = true, IsPreapproval = true, RateSpread = null } },
        ["V614-4"] = originated with { Terms = complete with { IsOpenEnd = true, IsPreapproval = true } },
        ["V616"] = originated with { Occupancy = null },
        ["V617"] = originated with { Amount = 0 },
        ["V619-1"] = originated with { ActionOn = null },
        ["V619-3"] = originated with { ActionOn = Files.Day("2026-05-20") },
        ["V620"] = originated with { Street = null },
        ["V622"] = originated with { City = null },
        ["V623"] = originated with { State = "MN1" },
        ["V624"] = originated with { Zip = "0409" },
        ["V625-1"] = originated with { Terms = complete with { CensusTract = "23031" } },
        ["V626"] = originated with { Terms = complete with { County = "2303" } },
        ["V627"] = originated with { Terms = complete with { County = "23005" } },
        ["V656-2"] = withdrawn with { Terms = withdrawn.Terms with { Purchaser = HmdaPurchaser.FannieMae } },
        ["V657-2"] = withdrawn with { Terms = withdrawn.Terms with { RateSpread = 1m } },
        ["V657-3"] = originated with { Terms = complete with { IsReverse = true } },
        ["V658-2"] = withdrawn with { Terms = withdrawn.Terms with { IsHighCost = true } },
        ["V661"] = originated with { Terms = complete with { ScoreModel = HmdaScoreModel.None } },
        ["V663"] = withdrawn with { Terms = withdrawn.Terms with { CreditScore = 700, ScoreModel = HmdaScoreModel.Vantage3 } },
        ["V669-3"] = originated with { Action = HmdaAction.Denied, InterestRate = null, DenialReasons = [1, 1], Terms = withdrawn.Terms },
        ["V670-1"] = originated with { Action = HmdaAction.Denied, InterestRate = null, Terms = withdrawn.Terms },
        ["V670-3"] = originated with { DenialReasons = [1] },
        ["V677-2"] = withdrawn with { InterestRate = 6.5m },
        ["V678-3"] = originated with { Terms = complete with { IsReverse = true, RateSpread = null, PrepaymentPenaltyMonths = 36 } },
        ["V678-4"] = originated with { Terms = complete with { IsBusinessPurpose = true, PrepaymentPenaltyMonths = 36 } },
        ["V678-5"] = originated with { Terms = complete with { PrepaymentPenaltyMonths = 361 } },
        ["V679-2"] = withdrawn with { Terms = withdrawn.Terms with { DebtToIncome = 40m } },
        ["V681-2"] = withdrawn with { Cltv = 80m },
        ["V688-2"] = withdrawn with { PropertyValue = 512_000m },
        ["V691"] = originated with { Terms = complete with { TotalUnits = null } },
        ["V695-2"] = originated with { Terms = complete with { NmlsrId = "0000" } },
        ["V695-3"] = originated with { Terms = complete with { NmlsrId = "3000001" } },
        ["V716"] = originated with { State = "NH" },
        ["V720-1"] = originated with { Terms = complete with { CreditScore = 279 } },
        ["V720-3"] = originated with { Terms = complete with { CreditScore = 299, ScoreModel = HmdaScoreModel.Vantage4 } },
        ["Q601"] = originated with { ApplicationOn = Files.Day("2024-06-16") },
        ["Q605-1"] = originated with { LoanType = 2, Terms = complete with { Purchaser = HmdaPurchaser.FannieMae } },
        ["Q605-2"] = originated with { Terms = complete with { Purchaser = HmdaPurchaser.GinnieMae } },
        ["Q606"] = originated with { Terms = complete with { IncomeThousands = 10_000 } },
        ["Q607"] = originated with { Terms = complete with { IsSubordinateLien = true } },
        ["Q608"] = originated with { ActionOn = Files.Day("2026-05-21") },
        ["Q609"] = originated with { Terms = complete with { Purchaser = HmdaPurchaser.FarmerMac, RateSpread = 10.1m, IsHighCost = true } },
        ["Q610"] = originated with { Terms = complete with { RateSpread = 6.6m } },
        ["Q611"] = originated with { Amount = 90_000, Terms = complete with { IsSubordinateLien = true, RateSpread = 8.6m } },
        ["Q612"] = originated with { Terms = complete with { Purchaser = HmdaPurchaser.FreddieMac, IsHighCost = true } },
        ["Q613"] = originated with { Purpose = 4, Terms = complete with { IsBusinessPurpose = true } },
        ["Q615-1"] = originated with { TotalLoanCosts = 1_200, OriginationCharges = 1_200 },
        ["Q617"] = originated with { Cltv = 79.99m },
        ["Q620"] = originated with { Terms = complete with { NmlsrId = null } },
        ["Q623"] = originated with { Amount = 2_000_000, PropertyValue = 2_500_000 },
        ["Q624"] = originated with { LoanType = 2, Amount = 637_001 },
        ["Q625"] = originated with { LoanType = 3, Amount = 1_050_001 },
        ["Q626"] = originated with { Amount = 1_225_001, PropertyValue = 2_500_000, Terms = complete with { Purchaser = HmdaPurchaser.FannieMae } },
        ["Q627"] = originated with { Amount = 99_999, Terms = complete with { TotalUnits = 5, IsHighCost = null } },
        ["Q628"] = originated with { Amount = 10_000 },
        ["Q629"] = originated with { Terms = complete with { IncomeThousands = null } },
        ["Q630"] = originated with { Terms = complete with { TotalUnits = 5 } },
        ["Q631"] = originated with { LoanType = 4, Terms = complete with { TotalUnits = 5, IsHighCost = null } },
        ["Q645-1"] = originated with { Purpose = 31, Amount = 499 },
        ["Q645-2"] = originated with { Amount = 999 },
        ["Q648"] = originated with { Lei = "5493001KJTIIGC8Y1R12" },
        ["Q649-1"] = originated with { Terms = complete with { CreditScore = 901 } },
        ["Q650-1"] = originated with { InterestRate = 0.49m },
        ["Q650-2"] = originated with { InterestRate = 20.1m },
        ["Q651-1"] = originated with { LoanType = 2, Cltv = 1.4m },
        ["Q651-2"] = originated with { Cltv = 150m },
        ["Q652"] = originated with { Terms = complete with { DebtToIncome = 0.38m } },
        ["Q653-1"] = originated with { Cltv = 251m },
        ["Q654"] = originated with { Terms = complete with { DebtToIncome = 81m } },
        ["Q660-1"] = originated with { Street = "214 " + new string('A', 97) },
        ["Q660-2"] = originated with { Street = "214 and 216 Alder Court" },
        ["Q660-3"] = originated with { Street = "214 Alder Court?" },
        ["Q660-4"] = originated with { Street = "Alder Court" },
    };

    public static TheoryData<string> Edits => [.. breaking.Keys];

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_line_that_breaks_one_edit_is_found_by_it_alone(string edit) => Assert.Equal(Expected(edit), HmdaEdits.Check(breaking[edit]).Select(finding => finding.Edit));

    // A score no model gives is also outside the range of all of them.
    private static string[] Expected(string edit) => edit is "V720-1" or "V720-3" ? [edit, "Q649-1"] : [edit];

    [Fact]
    public void Every_edit_has_a_line_that_breaks_it() => Assert.Equal(HmdaEdits.Count, breaking.Count);

    [Fact]
    public void A_complete_line_has_no_finding()
    {
        Assert.Empty(HmdaEdits.Check(originated));
        Assert.Empty(HmdaEdits.Check(withdrawn));
    }

    [Theory]
    [InlineData(EndingKind.Denied, HmdaAction.Denied)]
    [InlineData(EndingKind.Withdrawn, HmdaAction.Withdrawn)]
    [InlineData(EndingKind.Incomplete, HmdaAction.Incomplete)]
    [InlineData(EndingKind.ApprovedNotAccepted, HmdaAction.ApprovedNotAccepted)]
    [InlineData(EndingKind.Lost, HmdaAction.Withdrawn)]
    [InlineData(EndingKind.Junk, null)]
    public void An_ending_of_an_application_is_an_action(EndingKind ending, HmdaAction? action) =>
        Assert.Equal(action, HmdaEntry.ActionOf(Files.Loan("2026-05-21"), new HmdaTerms(), ending));

    [Fact]
    public void What_was_lost_before_an_application_is_not_reported()
    {
        Assert.Null(HmdaEntry.ActionOf(Files.Loan(applied: null), new HmdaTerms(), EndingKind.Lost));
        Assert.Equal(HmdaAction.PreapprovalDenied, HmdaEntry.ActionOf(Files.Loan(applied: null), new HmdaTerms { IsPreapproval = true }, EndingKind.Denied));
    }

    [Fact]
    public void A_funded_loan_is_originated_with_its_costs_from_the_fees()
    {
        var loan = Files.Loan("2026-05-21", closing: "2026-06-17", with: l => l.Reach(Milestone.Funding, Files.Day("2026-06-18")));
        Fee[] fees = [Fee(FeeSection.A, 1_200m), Fee(FeeSection.B, 650m), Fee(FeeSection.F, 900m), Fee(FeeSection.J, -500m)];

        var entry = HmdaEntry.Of(loan, complete, null, null, null, fees);

        Assert.Equal((HmdaAction.Originated, Files.Day("2026-06-17")), (entry.Action, entry.ActionOn));
        Assert.Equal((1_850m, 1_200m, 500m), (entry.TotalLoanCosts, entry.OriginationCharges, entry.LenderCredits));
        Assert.Equal((1, 1, 1, 80m), (entry.Purpose, entry.Occupancy, 1, entry.Cltv));
    }

    [Fact]
    public void A_reverse_mortgage_has_neither_costs_nor_a_term()
    {
        var loan = Files.Loan("2026-05-21", closing: "2026-06-17", with: l => l.Reach(Milestone.Funding, Files.Day("2026-06-18")));

        var entry = HmdaEntry.Of(loan, complete with { IsReverse = true }, null, null, null, [Fee(FeeSection.A, 1_200m)]);

        Assert.Equal((HmdaAction.Originated, null, null, null), (entry.Action!.Value, entry.TotalLoanCosts, entry.OriginationCharges, entry.TermMonths));
    }

    [Fact]
    public void A_denial_brings_its_reasons_as_codes()
    {
        var loan = Files.Loan("2026-05-21");
        var denied = AdverseAction.Take(loan.Id, Files.Day("2026-06-10"), [AdverseReason.Bankruptcy, AdverseReason.Foreclosure, AdverseReason.IncomeUnverified], null, Lenders.Book, Files.Ana).Value!;

        Assert.Equal([3, 6], HmdaEntry.Of(loan, complete, EndingKind.Denied, Files.Day("2026-06-10"), denied, []).DenialReasons);
    }

    private static Fee Fee(FeeSection section, decimal charged)
    {
        var fee = new Fee(Guid.CreateVersion7());
        fee.Set(new FeeTerms(section, "Fee", null, CrmStudio.Domain.Loans.Clocks.Fee.UsualBucket(section), null, charged, null, false), null);
        return fee;
    }
}
