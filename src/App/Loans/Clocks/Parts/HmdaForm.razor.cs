using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Hmda;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>Changes what the register asks of a loan. A refusal stands at its field and nothing typed is lost.</summary>
public partial class HmdaForm(SaveHmda save, HmdaQuery query)
{
    private Draft draft = new();
    private HmdaTerms? shown;
    private uint version;
    private MergeDialog merge = default!;
    private Refusal? refusal;
    private bool isBusy;

    [Parameter, EditorRequired] public HmdaView View { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    protected override void OnParametersSet()
    {
        // What somebody is typing stays while the record changes elsewhere; the save brings both together.
        if (shown is not null && (View.Entry.Terms == shown || draft.ToTerms() != shown)) return;
        (shown, version, draft) = (View.Entry.Terms, View.Version, new Draft(View.Entry.Terms));
    }

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await save.RunAsync(new(View.LoanId, version, draft.ToTerms()), CancellationToken.None);
        if (outcome.Refusal == Refusal.ChangedMeanwhile && (await query.ReadAsync(View.LoanId, CancellationToken.None)).Value is { } now
            && await RecordMerge.SettleAsync(HmdaFields.All, shown!, draft.ToTerms(), now.Entry.Terms, merge.AskAsync) is { } settled)
        {
            (shown, version, draft) = (now.Entry.Terms, now.Version, new Draft(settled));
            outcome = await save.RunAsync(new(View.LoanId, version, settled), CancellationToken.None);
        }
        (isBusy, refusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        shown = null;   // what was saved is what is shown from now on
        await OnSaved.InvokeAsync(outcome);
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    internal static string Words(HmdaScoreModel model) => model switch
    {
        HmdaScoreModel.EquifaxBeacon5 => "1 Equifax Beacon 5.0",
        HmdaScoreModel.ExperianFairIsaac => "2 Experian Fair Isaac",
        HmdaScoreModel.FicoClassic04 => "3 FICO Risk Score Classic 04",
        HmdaScoreModel.FicoClassic98 => "4 FICO Risk Score Classic 98",
        HmdaScoreModel.Vantage2 => "5 VantageScore 2.0",
        HmdaScoreModel.Vantage3 => "6 VantageScore 3.0",
        HmdaScoreModel.Several => "7 More than one",
        HmdaScoreModel.Other => "8 Other",
        HmdaScoreModel.None => "9 Not applicable",
        HmdaScoreModel.Fico9 => "11 FICO Score 9",
        HmdaScoreModel.Fico8 => "12 FICO Score 8",
        HmdaScoreModel.Fico10 => "13 FICO Score 10",
        HmdaScoreModel.Fico10T => "14 FICO Score 10 T",
        HmdaScoreModel.Vantage4 => "15 VantageScore 4.0",
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "Unknown model"),
    };

    internal static string Words(HmdaPurchaser buyer) => $"{(int)buyer} " + buyer switch
    {
        HmdaPurchaser.None => "Not sold, or nothing to sell",
        HmdaPurchaser.FannieMae => "Fannie Mae",
        HmdaPurchaser.GinnieMae => "Ginnie Mae",
        HmdaPurchaser.FreddieMac => "Freddie Mac",
        HmdaPurchaser.FarmerMac => "Farmer Mac",
        HmdaPurchaser.PrivateSecuritizer => "Private securitizer",
        HmdaPurchaser.Bank => "Bank or savings association",
        HmdaPurchaser.MortgageCompany => "Credit union, mortgage or finance company",
        HmdaPurchaser.LifeInsurer => "Life insurance company",
        HmdaPurchaser.Affiliate => "Affiliate",
        HmdaPurchaser.Other => "Other",
        _ => throw new ArgumentOutOfRangeException(nameof(buyer), buyer, "Unknown purchaser"),
    };

    private sealed class Draft
    {
        public Draft()
        {
        }

        public Draft(HmdaTerms terms)
        {
            (Uli, County, CensusTract, TotalUnits, IncomeThousands) = (terms.Uli, terms.County, terms.CensusTract, terms.TotalUnits, terms.IncomeThousands);
            (CreditScore, ScoreModel, DebtToIncome, RateSpread, Purchaser) = (terms.CreditScore, terms.ScoreModel, terms.DebtToIncome, terms.RateSpread, terms.Purchaser);
            HighCost = terms.IsHighCost switch { true => "yes", false => "no", null => "" };
            (IntroductoryMonths, PrepaymentPenaltyMonths, NmlsrId) = (terms.IntroductoryMonths, terms.PrepaymentPenaltyMonths, terms.NmlsrId);
            (IsPreapproval, IsManufactured, IsSubordinateLien, HasBalloon, HasInterestOnly) = (terms.IsPreapproval, terms.IsManufactured, terms.IsSubordinateLien, terms.HasBalloon, terms.HasInterestOnly);
            (HasNegativeAmortization, CameDirectly, IsInitiallyPayable) = (terms.HasNegativeAmortization, terms.CameDirectly, terms.IsInitiallyPayable);
            (IsReverse, IsOpenEnd, IsBusinessPurpose) = (terms.IsReverse, terms.IsOpenEnd, terms.IsBusinessPurpose);
        }

        public string? Uli { get; set; }

        public string? County { get; set; }

        public string? CensusTract { get; set; }

        public int? TotalUnits { get; set; }

        public int? IncomeThousands { get; set; }

        public int? CreditScore { get; set; }

        public HmdaScoreModel ScoreModel { get; set; } = HmdaScoreModel.None;

        public decimal? DebtToIncome { get; set; }

        public decimal? RateSpread { get; set; }

        public string HighCost { get; set; } = "";

        public HmdaPurchaser Purchaser { get; set; }

        public int? IntroductoryMonths { get; set; }

        public int? PrepaymentPenaltyMonths { get; set; }

        public string? NmlsrId { get; set; }

        public bool IsPreapproval { get; set; }

        public bool IsManufactured { get; set; }

        public bool IsSubordinateLien { get; set; }

        public bool HasBalloon { get; set; }

        public bool HasInterestOnly { get; set; }

        public bool HasNegativeAmortization { get; set; }

        public bool CameDirectly { get; set; }

        public bool IsInitiallyPayable { get; set; }

        public bool IsReverse { get; set; }

        public bool IsOpenEnd { get; set; }

        public bool IsBusinessPurpose { get; set; }

        public HmdaTerms ToTerms() => new()
        {
            Uli = Clean(Uli), County = Clean(County), CensusTract = Clean(CensusTract), TotalUnits = TotalUnits, IncomeThousands = IncomeThousands, CreditScore = CreditScore, ScoreModel = ScoreModel,
            DebtToIncome = DebtToIncome, RateSpread = RateSpread, IsHighCost = HighCost switch { "yes" => true, "no" => false, _ => null }, Purchaser = Purchaser, IntroductoryMonths = IntroductoryMonths,
            PrepaymentPenaltyMonths = PrepaymentPenaltyMonths, NmlsrId = Clean(NmlsrId), IsPreapproval = IsPreapproval, IsManufactured = IsManufactured, IsSubordinateLien = IsSubordinateLien, HasBalloon = HasBalloon,
            HasInterestOnly = HasInterestOnly, HasNegativeAmortization = HasNegativeAmortization, CameDirectly = CameDirectly, IsInitiallyPayable = IsInitiallyPayable, IsReverse = IsReverse, IsOpenEnd = IsOpenEnd,
            IsBusinessPurpose = IsBusinessPurpose,
        };

        private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
