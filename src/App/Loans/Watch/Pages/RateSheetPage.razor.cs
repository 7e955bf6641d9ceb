using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Watch;

namespace CrmStudio.App.Loans.Watch.Pages;

/// <summary>Where market rates are entered, and what a refinance is assumed to cost.</summary>
public partial class RateSheetPage(RateSheetQuery query, EnterMarketRates enter, SetWatchTerms set, UndoToast toast)
{
    // What most sheets have; a product that was entered before stands beside them.
    private static readonly (MortgageType Type, bool IsJumbo, int Months)[] usual =
        [(MortgageType.Conventional, false, 360), (MortgageType.Conventional, false, 240), (MortgageType.Conventional, false, 180), (MortgageType.Conventional, true, 360), (MortgageType.Fha, false, 360), (MortgageType.Va, false, 360), (MortgageType.Usda, false, 360)];

    private RateSheet? sheet;
    private Refusal? refusal, rateRefusal, termsRefusal;
    private List<Line> lines = [];
    private TermsDraft terms = new();
    private DateOnly day;
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (sheet, refusal) = (read.Value, read.Refusal);
        if (sheet is null) return;
        day = sheet.Today;
        var known = sheet.Newest.ToDictionary(offer => (offer.Type, offer.IsJumbo, offer.Months));
        lines = [.. usual.Concat(known.Keys).Distinct().OrderBy(product => product.Type).ThenBy(product => product.IsJumbo).ThenByDescending(product => product.Months)
            .Select(product => known.TryGetValue(product, out var offer) ? new Line { Offer = offer, IsKnown = true, Points = Plain(offer.Points) } : new Line { Offer = new(product.Type, product.IsJumbo, product.Months, 0, 0, day) })];
        terms = new TermsDraft(sheet.Terms);
        StateHasChanged();
    }

    private async Task EnterAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await enter.RunAsync([.. lines.Where(line => line.Rate is not null).Select(line => line.Offer with { Rate = line.Rate!.Value, Points = line.Points ?? 0, On = day })], CancellationToken.None);
        (isBusy, rateRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;   // what was typed stays, with the reason beside it
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task SetAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await set.RunAsync(terms.ToTerms(), CancellationToken.None);
        (isBusy, termsRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    // 0.2500 as it is kept reads 0.25.
    private static decimal Plain(decimal kept) => kept / 1.0000000000m;

    private string? ErrorOf(string field) => termsRefusal?.Field == field ? termsRefusal.Message : null;

    private sealed class Line
    {
        public required RateOffer Offer { get; init; }

        public bool IsKnown { get; init; }

        public decimal? Rate { get; set; }

        public decimal? Points { get; set; }
    }

    private sealed class TermsDraft
    {
        public TermsDraft()
        {
        }

        public TermsDraft(WatchTerms terms)
        {
            (CostFlat, CostPercent, InsurancePercent, SecondHomeAdds, InvestmentAdds) = (terms.CostFlat, terms.CostPercent, terms.InsurancePercent, terms.SecondHomeAdds, terms.InvestmentAdds);
            (MostBreakEvenMonths, LeastGain, RateMaxAgeDays, QuietDays) = (terms.MostBreakEvenMonths, terms.LeastGain, terms.RateMaxAgeDays, terms.QuietDays);
        }

        public decimal? CostFlat { get; set; }

        public decimal CostPercent { get; set; }

        public decimal InsurancePercent { get; set; }

        public decimal SecondHomeAdds { get; set; }

        public decimal InvestmentAdds { get; set; }

        public int MostBreakEvenMonths { get; set; }

        public decimal? LeastGain { get; set; }

        public int RateMaxAgeDays { get; set; }

        public int QuietDays { get; set; }

        public WatchTerms ToTerms() => new()
        {
            CostFlat = CostFlat ?? 0, CostPercent = CostPercent, InsurancePercent = InsurancePercent, SecondHomeAdds = SecondHomeAdds, InvestmentAdds = InvestmentAdds,
            MostBreakEvenMonths = MostBreakEvenMonths, LeastGain = LeastGain ?? 0, RateMaxAgeDays = RateMaxAgeDays, QuietDays = QuietDays,
        };
    }
}
