using System.Globalization;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>One product of the sheet beside the present loan, both paid to the present payoff date.</summary>
internal sealed class RefinanceOption
{
    private const int ShortTerm = 180;
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private readonly PresentLoan now;
    private readonly RateOffer offer;
    private readonly decimal[] premium;
    private readonly decimal adds, ltv, upfrontPercent, yearlyPercent, payment;
    private readonly IReadOnlyList<FigureStep> costSteps;

    public RefinanceOption(PresentLoan now, RateOffer offer)
    {
        (this.now, this.offer) = (now, offer);
        var (known, terms) = (now.Known, now.Known.Terms);
        adds = known.Occupancy switch { Occupancy.SecondHome => terms.SecondHomeAdds, Occupancy.Investment => terms.InvestmentAdds, _ => 0 };
        Rate = offer.Rate + adds;
        ltv = now.Balance / known.Value!.Value * 100m;
        (upfrontPercent, yearlyPercent) = Insurance(known.Numbers, terms);

        var same = new Amortization(now.Balance, Rate, now.Left);
        payment = same.PrincipalAndInterest;
        premium = PremiumOf(same, known);
        costSteps = CostSteps(terms);
        Costs = Domain.Loans.Payment.Cents(costSteps.Sum(step => step.Amount ?? 0));
        MonthlySaving = now.Payment + now.Premium[0] - payment - premium[0];
        InterestSaved = (now.Payment - payment) * now.Left;
        InsuranceSaved = now.Premium.Sum() - premium.Sum();
        Gain = InterestSaved + InsuranceSaved - Costs;
        BreakEvenMonths = BreakEven();
        (Verdict, Reason) = Judge();
    }

    public decimal Rate { get; }

    public decimal Costs { get; }

    public decimal MonthlySaving { get; }

    public decimal InterestSaved { get; }

    public decimal InsuranceSaved { get; }

    public decimal Gain { get; }

    public int? BreakEvenMonths { get; }

    public WatchVerdict Verdict { get; }

    public string Reason { get; }

    private string Product => $"{Kind(offer.Type)}{(offer.IsJumbo ? " jumbo" : "")}, {(offer.Months % 12 == 0 ? $"{offer.Months / 12} years" : $"{offer.Months} months")}";

    public IEnumerable<Figure> Figures()
    {
        yield return new("ltv", "LTV of a new loan", ltv, FigureUnit.Percent, [new("Balance", now.Balance), new("Value", now.Known.Value), new("LTV", Cut(ltv), FigureUnit.Percent)], "Fannie Mae Selling Guide B2-1.2-01");
        List<FigureStep> rate = [new($"{Product}, sheet of {offer.On:MMM d, yyyy}", offer.Rate, FigureUnit.Percent)];
        if (adds > 0) rate.Add(new(now.Known.Occupancy == Occupancy.Investment ? "Investment property" : "Second home", adds, FigureUnit.Percent, "your assumption"));
        yield return new("new-rate", "New rate", Rate, FigureUnit.Percent, [.. rate, new("Compared with", now.Rate, FigureUnit.Percent, "the note"), new("New rate", Rate, FigureUnit.Percent)]);
        yield return new("costs", "Costs", Costs, FigureUnit.Dollars, [.. costSteps, new("Costs", Costs, Because: "counted in full, paid or financed")]);
        yield return new("new-payment", "New payment, same payoff date", payment, FigureUnit.Dollars, [new("Balance", now.Balance), new("Rate", Rate, FigureUnit.Percent), new("Payments", now.Left, FigureUnit.Months, "as many as are left"), new("Principal and interest", payment)], "L·i·(1+i)^n / ((1+i)^n − 1)");
        yield return new("monthly", "Paid less a month", MonthlySaving, FigureUnit.Dollars,
            [new("Payment now", now.Payment), new("Insurance now", now.Premium[0]), new("New payment", -payment), new("New insurance", -premium[0], Because: NewInsurance()), new("Paid less", MonthlySaving)]);
        yield return new("break-even", "Costs are back after", BreakEvenMonths, FigureUnit.Months, BreakEvenMonths is { } months ? [new("Costs", Costs), new("Paid less a month, at first", MonthlySaving), new("Months until what was paid less covers the costs", months, FigureUnit.Months)] : [],
            Missing: BreakEvenMonths is null ? "more than is saved" : null);
        yield return new("interest", "Interest to the payoff date", InterestSaved, FigureUnit.Dollars, [new($"{now.Left} payments of {Dollars(now.Payment)}", now.Payment * now.Left), new($"{now.Left} payments of {Dollars(payment)}", -payment * now.Left), new("Less interest", InterestSaved, Because: "the principal is the same")]);
        yield return new("insurance-delta", "Insurance to the payoff date", InsuranceSaved, FigureUnit.Dollars, [new("On the present loan", now.Premium.Sum()), new("On the new loan", -premium.Sum(), Because: NewInsurance()), new(InsuranceSaved < 0 ? "More insurance" : "Less insurance", InsuranceSaved)]);
        yield return new("gain", "Gain to the payoff date", Gain, FigureUnit.Dollars, [new("Less interest", InterestSaved), new("Less insurance", InsuranceSaved), new("Costs", -Costs), new("Gain", Gain)]);
        yield return StartingOver();
    }

    private Figure StartingOver()
    {
        var whole = new Amortization(now.Balance, Rate, offer.Months);
        var (least, extra) = (whole.PrincipalAndInterest, whole.PrincipalAndInterest * offer.Months - payment * now.Left);
        var saving = now.Payment + now.Premium[0] - least - premium[0];
        return new("starting-over", $"Starting over for {offer.Months / 12} years", extra, FigureUnit.Dollars,
        [
            new("Least payment of the new loan", least), new("Paid less a month that way", saving, Because: saving > 0 ? $"costs back after {Math.Ceiling(Costs / saving):0} months" : null),
            new("More payments", offer.Months - now.Left, FigureUnit.Months), new("More interest than on the same payoff date", extra),
        ], Note: extra > Gain && Gain > 0 ? new("Paying only the least would cost more than is gained", true) : null);
    }

    private (WatchVerdict, string) Judge()
    {
        var (known, numbers, terms) = (now.Known, now.Known.Numbers, now.Known.Terms);
        if (Rate >= now.Rate && InsuranceSaved <= 0) return (WatchVerdict.RateNotLower, $"{Percent(Rate)} on the sheet is not below {Percent(now.Rate)} on the note.");
        if (offer.Type == MortgageType.Conventional && ltv > numbers.ConventionalMax) return (WatchVerdict.ValueTooLow, $"Owes {Percent(Cut(ltv))} of the value; a conventional loan lends up to {Percent(numbers.ConventionalMax)}.");
        if (offer.Type == known.Type && Young(numbers) is { } young) return (WatchVerdict.TooYoung, young);
        if (offer.Type == known.Type && SmallBenefit(numbers) is { } small) return (WatchVerdict.BenefitTooSmall, small);
        if (Gain <= 0) return (WatchVerdict.CostsNotRecovered, $"Costs of {Dollars(Costs)} are more than would be saved: {Dollars(-Gain)} lost by the payoff date.");
        if (Gain < terms.LeastGain) return (WatchVerdict.CostsNotRecovered, $"Only {Dollars(Gain)} would be gained by the payoff date.");
        if (BreakEvenMonths is not { } months || months > terms.MostBreakEvenMonths)
            return (WatchVerdict.BreakEvenTooLate, $"Costs are back after {BreakEvenMonths} months; you speak of a gain up to {terms.MostBreakEvenMonths}.");
        return (WatchVerdict.Gains, $"{Product} at {Percent(Rate)}: {Dollars(Gain)} less by the same payoff date, costs back after {months} months.");
    }

    private string? Young(WatchNumbers numbers) => offer.Type switch
    {
        MortgageType.Va when now.Made < numbers.VaPayments || now.Known.On < now.Known.FirstPaymentOn.AddDays((int)numbers.VaDays) => $"VA waits for {numbers.VaPayments:0} payments and {numbers.VaDays:0} days after the first (38 USC 3709(c)).",
        MortgageType.Fha when now.Made < numbers.FhaPayments || now.Known.On < now.Known.FundedOn.AddDays((int)numbers.FhaDays) => $"FHA waits for {numbers.FhaPayments:0} payments and {numbers.FhaDays:0} days (HUD Handbook 4000.1).",
        _ => null,
    };

    private string? SmallBenefit(WatchNumbers numbers)
    {
        if (offer.Type == MortgageType.Va && now.Rate - Rate < numbers.VaPoints) return $"VA asks for a rate {numbers.VaPoints:0.##} points lower (38 USC 3709(b)).";
        if (offer.Type == MortgageType.Va && (payment >= now.Payment || Math.Ceiling((Costs - Domain.Loans.Payment.Cents(now.Balance * upfrontPercent / 100m)) / (now.Payment - payment)) > numbers.VaRecoupMonths))
            return $"VA asks for costs back within {numbers.VaRecoupMonths:0} months (38 USC 3709(a)).";
        return offer.Type == MortgageType.Fha && now.Rate + now.PremiumPercent - Rate - yearlyPercent < numbers.FhaPoints ? $"FHA asks for rate and premium {numbers.FhaPoints:0.##} points lower together (HUD Handbook 4000.1)." : null;
    }

    // FHA sets the premium by what is owed and for how long; conventional insurance is an assumption of the organization.
    private (decimal Upfront, decimal Yearly) Insurance(WatchNumbers numbers, WatchTerms terms) => offer.Type switch
    {
        MortgageType.Fha => (numbers.FhaUpfront, numbers.FhaAnnual(now.Balance, ltv, offer.Months <= ShortTerm)),
        MortgageType.Va => (numbers.VaFee, 0),
        MortgageType.Usda => (numbers.UsdaUpfront, numbers.UsdaAnnual),
        _ => (0, ltv > numbers.InsuranceOnRequest ? terms.InsurancePercent : 0),
    };

    private decimal[] PremiumOf(Amortization same, WatchCase known) => offer.Type switch
    {
        MortgageType.Fha => PremiumPath.OfBalance(same, yearlyPercent, ltv > known.Numbers.FhaWholeTermAbove ? now.Left : (int)known.Numbers.FhaYears * 12),
        MortgageType.Usda => PremiumPath.OfBalance(same, yearlyPercent, now.Left),
        MortgageType.Conventional when yearlyPercent > 0 => PremiumPath.Level(Domain.Loans.Payment.Cents(now.Balance * yearlyPercent / 1200m), same.PaymentsUntil(known.Numbers.InsuranceOnRequest, known.Value!.Value) ?? now.Left, now.Left),
        _ => PremiumPath.None(now.Left),
    };

    private List<FigureStep> CostSteps(WatchTerms terms)
    {
        List<FigureStep> steps = [new("Fixed costs", terms.CostFlat, Because: "your assumption"), new($"{terms.CostPercent:0.###} % of the balance", Share(terms.CostPercent), Because: "your assumption")];
        if (offer.Points > 0) steps.Add(new($"{offer.Points:0.###} points", Share(offer.Points), Because: "on the sheet"));
        if (upfrontPercent > 0) steps.Add(new($"{Kind(offer.Type)} upfront, {upfrontPercent:0.##} %", Share(upfrontPercent), Because: offer.Type == MortgageType.Va ? "38 USC 3729(b)(2); exempt veterans pay none" : "without a refund of the former one"));
        return steps;
    }

    private int? BreakEven()
    {
        var back = 0m;
        for (var month = 0; month < now.Left; month++)
        {
            back += now.Payment + now.Premium[month] - payment - premium[month];
            if (back >= Costs) return month + 1;
        }
        return null;
    }

    private string? NewInsurance() => yearlyPercent == 0 ? "none" : offer.Type == MortgageType.Conventional ? $"{yearlyPercent:0.###} % a year, your assumption, down to {now.Known.Numbers.InsuranceOnRequest:0} %" : $"{yearlyPercent:0.###} % a year";

    private decimal Share(decimal percent) => Domain.Loans.Payment.Cents(now.Balance * percent / 100m);

    private static decimal Cut(decimal ratio) => Math.Round(ratio, 2, MidpointRounding.AwayFromZero);

    private static string Dollars(decimal amount) => Math.Abs(amount) >= 1_000 ? amount.ToString("$#,##0;-$#,##0", english) : amount.ToString("$#,##0.00;-$#,##0.00", english);

    private static string Percent(decimal percent) => percent.ToString("0.###", english) + " %";

    private static string Kind(MortgageType type) => type switch { MortgageType.Fha => "FHA", MortgageType.Va => "VA", MortgageType.Usda => "USDA", _ => "Conventional" };
}
