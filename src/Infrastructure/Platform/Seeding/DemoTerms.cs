using CrmStudio.Domain.Loans;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>What somebody borrows: amount, programme, price and rate that go together.</summary>
internal sealed record DemoTerms(LoanTerms Full)
{
    // Only to make the mix believable; what the limits really are is data with a date and a source.
    private const decimal ConformingLimit = 832_750m, FhaLimit = 540_000m;

    private static readonly Programme conv30 = new("Conv 30", MortgageType.Conventional, 360, 6.375m);
    private static readonly Programme conv15 = new("Conv 15", MortgageType.Conventional, 180, 5.625m);
    private static readonly Programme fha30 = new("FHA 30", MortgageType.Fha, 360, 6.000m);
    private static readonly Programme va30 = new("VA 30", MortgageType.Va, 360, 5.875m);
    private static readonly Programme jumbo30 = new("Jumbo 30", MortgageType.Conventional, 360, 6.500m);
    private static readonly Programme heloc = new("HELOC", MortgageType.Other, 240, 8.250m);

    private sealed record Programme(string Name, MortgageType Type, int Months, decimal Rate);

    public bool IsPurchase => Full.Purpose == LoanPurpose.Purchase;

    /// <summary>Throws for the terms of a loan opened so many days ago; rates were half a point higher two years back.</summary>
    public static DemoTerms Throw(Dice dice, int daysAgo)
    {
        var amount = Amount(dice);
        var purpose = dice.Pick(
            [(LoanPurpose.Purchase, 62), (LoanPurpose.RefinanceNoCashOut, 14), (LoanPurpose.RefinanceCashOut, 16), (LoanPurpose.RefinanceLimitedCashOut, 6), (LoanPurpose.HomeImprovement, 2)],
            pair => pair.Item2).Item1;
        var programme = ProgrammeFor(dice, amount, purpose);
        var occupancy = programme.Type == MortgageType.Conventional ? dice.Pick([(Occupancy.PrimaryResidence, 85), (Occupancy.SecondHome, 6), (Occupancy.Investment, 9)], pair => pair.Item2).Item1 : Occupancy.PrimaryResidence;
        var ltv = Ltv(dice, programme, purpose, occupancy);
        var price = UpTo(amount / ltv * 100m, 100);
        var rate = programme.Rate + Eighths(0.5m * Math.Min(daysAgo, 730) / 730) + 0.125m * dice.Between(-2, 2) + (occupancy == Occupancy.Investment ? 0.625m : 0);

        var isPurchase = purpose == LoanPurpose.Purchase;
        return new DemoTerms(new LoanTerms(
            amount, isPurchase ? price : null, isPurchase ? Appraised(dice, price, ltv) : price,
            isPurchase && programme == conv30 && ltv == 80 && dice.Percent(8) ? UpTo(price / 10, 100) : null,
            purpose, occupancy, programme.Type, programme.Name, programme.Months, rate));
    }

    /// <summary>As much of the terms as is known in a stage, 1 to 12: an amount and a wish at first, an appraisal only late.</summary>
    public LoanTerms KnownIn(int stage, Dice dice)
    {
        var (hasAmount, hasProgramme, isAppraised) = (dice.Percent(85), dice.Percent(45), dice.Percent(50));
        var isChosen = stage >= 3 || hasProgramme;
        return Full with
        {
            Amount = stage >= 4 || hasAmount ? Full.Amount : null,
            PurchasePrice = stage >= 4 ? Full.PurchasePrice : null,
            AppraisedValue = (IsPurchase ? stage >= 7 || stage == 6 && isAppraised : stage >= 3) ? Full.AppraisedValue : null,
            SecondaryFinancing = stage >= 5 ? Full.SecondaryFinancing : null,
            Occupancy = stage >= 3 ? Full.Occupancy : null,
            MortgageType = isChosen ? Full.MortgageType : null,
            Product = isChosen ? Full.Product : null,
            TermMonths = isChosen ? Full.TermMonths : null,
            NoteRate = stage >= 5 ? Full.NoteRate : null,
        };
    }

    private static decimal Amount(Dice dice)
    {
        while (true)
        {
            var amount = Math.Round((decimal)(310_000 * Math.Exp(0.6 * dice.Normal())) / 100m) * 100m;
            if (amount is >= 90_000 and <= 1_400_000) return amount;
        }
    }

    private static Programme ProgrammeFor(Dice dice, decimal amount, LoanPurpose purpose)
    {
        if (amount > ConformingLimit) return dice.Percent(92) ? jumbo30 : va30;
        if (amount < 300_000 && purpose is LoanPurpose.RefinanceCashOut or LoanPurpose.HomeImprovement && dice.Percent(60)) return heloc;
        var programme = purpose == LoanPurpose.Purchase
            ? dice.Pick([(conv30, 52), (fha30, 26), (va30, 16), (conv15, 6)], pair => pair.Item2).Item1
            : dice.Pick([(conv30, 50), (conv15, 22), (va30, 16), (fha30, 12)], pair => pair.Item2).Item1;
        return programme == fha30 && amount > FhaLimit ? conv30 : programme;
    }

    private static decimal Ltv(Dice dice, Programme programme, LoanPurpose purpose, Occupancy occupancy) => (programme.Name, purpose, occupancy) switch
    {
        ("FHA 30", LoanPurpose.Purchase, _) => dice.Pick<decimal>([96.5m, 96.5m, 96.5m, 96.5m, 95, 93, 90]),
        ("VA 30", LoanPurpose.Purchase, _) => dice.Pick<decimal>([97, 97, 95, 92, 90]),
        ("FHA 30" or "VA 30", _, _) => dice.Between(70, 92),
        ("Conv 30", LoanPurpose.Purchase, Occupancy.PrimaryResidence) => dice.Pick<decimal>([80, 80, 80, 80, 75, 85, 90, 90, 95, 95, 97]),
        ("Conv 30", LoanPurpose.Purchase, _) => dice.Pick<decimal>([70, 75, 75, 80]),
        ("Jumbo 30", _, _) => dice.Pick<decimal>([65, 70, 75, 80, 80, 80]),
        _ => dice.Between(56, 79),
    };

    /// <summary>Most appraisals meet the price; some come in higher, a few lower.</summary>
    private static decimal Appraised(Dice dice, decimal price, decimal ltv) => dice.Between(1, 100) switch
    {
        <= 70 => price,
        <= 92 => UpTo(price * (1 + dice.Between(1, 4) / 100m), 1_000),
        _ => ltv <= 90 ? Math.Floor(price * 0.98m / 100) * 100 : price,
    };

    private static decimal UpTo(decimal dollars, int step) => Math.Ceiling(dollars / step) * step;

    private static decimal Eighths(decimal rate) => Math.Round(rate * 8) / 8;
}
