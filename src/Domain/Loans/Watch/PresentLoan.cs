using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>A funded loan as it stands by its own schedule.</summary>
internal sealed class PresentLoan
{
    private const int FhaYearMonths = 12;
    private readonly Amortization schedule;

    public PresentLoan(WatchCase known, decimal amount, decimal rate, int months)
    {
        (Known, Rate, schedule) = (known, rate, new Amortization(amount, rate, months));
        Made = known.PaymentsMade;
        Left = months - Made;
        Balance = schedule.BalanceAfter(Made);
        Payment = schedule.PrincipalAndInterest;
        Premium = PremiumNow();
    }

    public WatchCase Known { get; }

    public decimal Rate { get; }

    /// <summary>Payments made.</summary>
    public int Made { get; }

    /// <summary>Payments left.</summary>
    public int Left { get; }

    public decimal Balance { get; }

    /// <summary>Principal and interest a month.</summary>
    public decimal Payment { get; }

    /// <summary>Insurance in each of the months left.</summary>
    public decimal[] Premium { get; }

    /// <summary>LTV when the loan was made, in percent; null where the value is not known.</summary>
    public decimal? OriginalLtv => Known.OriginalValue is > 0 and { } value ? schedule.Amount / value * 100m : null;

    /// <summary>Whether insurance must be paid and nobody entered how much.</summary>
    public bool LacksPremium => Known.Premium is null && (Known.Type is MortgageType.Fha or MortgageType.Usda || Known.Type == MortgageType.Conventional && OriginalLtv > Known.Numbers.InsuranceOnRequest);

    /// <summary>The yearly premium in percent of the loan it was set for.</summary>
    public decimal PremiumPercent => schedule.Amount > 0 ? (Known.Premium ?? 0) * 1200m / schedule.Amount : 0;

    public IReadOnlyList<Figure> Figures()
    {
        List<FigureStep> paid =
        [
            new("Note amount", schedule.Amount), new("Rate", Rate, FigureUnit.Percent), new("Term", schedule.Months, FigureUnit.Months),
            new("Payments due so far", Made, FigureUnit.Months, $"the first on {Known.FirstPaymentOn:MMM d, yyyy}{(Known.IsFirstPaymentAssumed ? ", taken as usual: not entered" : "")}"),
            new("Balance", Balance, Because: "by the schedule, every payment made on time and none beside it"),
        ];
        List<Figure> figures =
        [
            new("balance", "Balance today", Balance, FigureUnit.Dollars, paid, "L·((1+i)^n − (1+i)^k) / ((1+i)^n − 1)"),
            new("left", "Payments left", Left, FigureUnit.Months, [new("Term", schedule.Months, FigureUnit.Months), new("Made", -Made, FigureUnit.Months), new("Left", Left, FigureUnit.Months, $"to {Known.FirstPaymentOn.AddMonths(schedule.Months - 1):MMM yyyy}")]),
            new("payment", "Payment now", Payment, FigureUnit.Dollars, [new("Principal and interest", Payment)], "L·i·(1+i)^n / ((1+i)^n − 1)"),
        ];
        if (!LacksPremium) figures.Add(InsuranceFigure());
        if (Known.Value is > 0 and { } value)
            figures.Add(new("value", "Value", value, FigureUnit.Dollars, [Known.EnteredValue is null
                ? new("Value when the loan was made", value, Because: $"{Known.FundedOn:MMM yyyy}; nobody entered a newer one")
                : new($"Entered: {Known.EnteredValueSource}", value, Because: $"of {Known.EnteredValueOn:MMM d, yyyy}")]));
        return figures;
    }

    private Figure InsuranceFigure()
    {
        var (first, paid) = (Premium.FirstOrDefault(), Premium.Count(month => month > 0));
        var (because, citation) = Known.Type switch
        {
            MortgageType.Conventional when first > 0 => ("until the borrower may ask to end it: that costs nothing", "12 USC 4902(a)"),
            MortgageType.Conventional when Known.Premium > 0 => ("may be ended on request already, without refinancing", "12 USC 4902(a)"),
            MortgageType.Fha => (first > 0 ? "falls with the balance every year" : "the years of the premium are over", "HUD Handbook 4000.1, App. 1.0"),
            MortgageType.Usda => ("falls with the balance every year", "7 CFR 3555.107"),
            _ => ("none is paid", null),
        };
        return new("insurance", "Mortgage insurance now", first, FigureUnit.Dollars, [new("Entered a month", Known.Premium ?? 0), new("Next month", first, Because: because), new("Months still to pay", paid, FigureUnit.Months), new("Together", Premium.Sum())], citation);
    }

    private decimal[] PremiumNow()
    {
        if (Known.Premium is not > 0) return PremiumPath.None(Left);
        var rest = new Amortization(Balance, Rate, Left);
        return Known.Type switch
        {
            MortgageType.Conventional => PremiumPath.Level(Known.Premium.Value, Known.OriginalValue is > 0 and { } value && schedule.PaymentsUntil(Known.Numbers.InsuranceOnRequest, value) is { } end ? end - Made : Left, Left),
            MortgageType.Fha => PremiumPath.OfBalance(rest, PremiumPercent, OriginalLtv is { } ltv && ltv <= Known.Numbers.FhaWholeTermAbove ? (int)Known.Numbers.FhaYears * FhaYearMonths - Made : Left),
            MortgageType.Usda => PremiumPath.OfBalance(rest, PremiumPercent, Left),
            _ => PremiumPath.None(Left),
        };
    }
}
