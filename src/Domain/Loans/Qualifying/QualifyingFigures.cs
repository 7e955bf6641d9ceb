namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>Every figure that says whether a loan qualifies, worked out of one worksheet, each with its way.</summary>
/// <param name="All">The figures, in the order in which they build on one another.</param>
/// <param name="Debts">How each debt counts.</param>
/// <param name="InsuranceEnds">When mortgage insurance can end.</param>
public sealed record QualifyingFigures(IReadOnlyList<Figure> All, IReadOnlyList<CountedDebt> Debts, IReadOnlyList<InsuranceEnd> InsuranceEnds)
{
    /// <summary>The figure of a name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Figure this[string key] => All.Single(figure => figure.Key == key);

    /// <summary>Works the figures out.</summary>
    /// <param name="sheet">The worksheet.</param>
    /// <param name="rules">The agencies' numbers of the day.</param>
    /// <param name="closingOn">When it closes, for the odd days of the APR; null counts whole months.</param>
    public static QualifyingFigures Of(Worksheet sheet, QualifyingRules rules, DateOnly? closingOn)
    {
        var value = Loan.LendingValueOf(sheet.Terms.Purpose, sheet.Terms.PurchasePrice, sheet.Terms.AppraisedValue);
        CountedDebt[] debts = [.. sheet.Liabilities.Select(debt => CountedDebt.Of(debt, rules))];
        var ends = InsuranceEnd.Of(sheet, value, rules);

        var payment = PrincipalAndInterest(sheet);
        var pitia = Pitia(sheet, payment);
        var income = Income(sheet, rules, debts);
        return new(
        [
            Ltv("ltv", "LTV", sheet, value, Lent(sheet)),
            Ltv("cltv", "CLTV", sheet, value, [.. Lent(sheet), new("Drawn subordinate financing", sheet.Terms.SecondaryFinancing ?? 0)]),
            Ltv("hcltv", "HCLTV", sheet, value, [.. Lent(sheet), new("Subordinate financing, credit lines at their full limit", Math.Max(sheet.Terms.SecondaryFinancing ?? 0, sheet.Costs.CreditLineLimit ?? 0))]),
            payment, pitia, income,
            Front(sheet, rules, pitia, income), Back(sheet, rules, pitia, income, debts),
            Reserves(sheet, pitia, debts), Dscr(sheet, pitia), Apr(sheet, ends, closingOn),
        ], debts, ends);
    }

    /// <summary>What the note is written for: the base amount and the insurance added to it; null while the amount is not known.</summary>
    public static decimal? NoteAmount(Worksheet sheet) => sheet.Terms.Amount + (sheet.Costs.FinancedInsurance ?? 0);

    private static FigureStep[] Lent(Worksheet sheet) => sheet.Costs.FinancedInsurance is > 0
        ? [new("Loan amount", sheet.Terms.Amount), new("Financed insurance or fee", sheet.Costs.FinancedInsurance)]
        : [new("Loan amount", sheet.Terms.Amount)];

    private static Figure Ltv(string key, string label, Worksheet sheet, decimal? value, IReadOnlyList<FigureStep> lent)
    {
        const string citation = "Fannie Mae Selling Guide B2-1.2";
        if (sheet.Terms.Amount is null || value is not > 0)
            return Figure.Lacking(key, label, FigureUnit.Percent, sheet.Terms.Amount is null ? "the amount" : sheet.Terms.Purpose == LoanPurpose.Purchase ? "the price" : "the appraised value", citation);

        var ratio = new LoanToValue(lent.Sum(step => step.Amount ?? 0), value.Value);
        var measured = sheet.Terms is { Purpose: LoanPurpose.Purchase, AppraisedValue: not null, PurchasePrice: not null } ? "the lower of price and appraised value"
            : sheet.Terms.Purpose == LoanPurpose.Purchase ? "the price, until it is appraised" : "the appraised value";
        return new(key, label, ratio.Raw, FigureUnit.Percent,
            [.. lent, new("Value", value, Because: measured), new(label, ratio.Display, FigureUnit.Percent), new("For delivery", ratio.Delivery, FigureUnit.Percent, "cut to two decimals, then up to a whole percent")],
            citation, Note: new($"Delivers {ratio.Delivery} %"));
    }

    private static Figure PrincipalAndInterest(Worksheet sheet)
    {
        if (NoteAmount(sheet) is not { } amount || sheet.Terms is not { NoteRate: { } rate, TermMonths: { } months })
            return Figure.Lacking("payment", "Principal and interest", FigureUnit.Dollars, sheet.Terms.Amount is null ? "the amount" : sheet.Terms.NoteRate is null ? "the rate" : "the term");

        var payment = Payment.PrincipalAndInterest(amount, rate, months);
        return new("payment", "Principal and interest", payment, FigureUnit.Dollars,
            [new("Note amount", amount), new("Rate", rate, FigureUnit.Percent), new("Term", months, FigureUnit.Months), new("Level payment", payment, Because: "L·i·(1+i)ⁿ ÷ ((1+i)ⁿ − 1) with i = rate ÷ 12")]);
    }

    private static Figure Pitia(Worksheet sheet, Figure payment)
    {
        const string citation = "Fannie Mae Selling Guide B3-6-03";
        if (payment.Value is not { } principalAndInterest) return Figure.Lacking("pitia", "PITIA", FigureUnit.Dollars, payment.Missing!, citation);

        var costs = sheet.Housing;
        FigureStep[] parts =
        [
            new("Principal and interest", principalAndInterest), new("Subordinate payment", costs.SubordinatePayment), new("Property taxes", costs.Taxes),
            new("Homeowner’s insurance", costs.Hazard), new("Flood insurance", costs.Flood), new("Mortgage insurance", costs.MortgageInsurance),
            new("Association dues", costs.Association), new("Ground rent", costs.GroundRent), new("Other", costs.Other),
        ];
        var sum = parts.Sum(part => part.Amount ?? 0);
        return new("pitia", "PITIA", sum, FigureUnit.Dollars, [.. parts.Where(part => part.Amount is not (null or 0)), new("PITIA", sum)], citation,
            Note: costs.Taxes is null || costs.Hazard is null ? new($"Without {(costs.Taxes is null ? "taxes" : "insurance")} yet") : null);
    }

    private static Figure Income(Worksheet sheet, QualifyingRules rules, IReadOnlyList<CountedDebt> debts)
    {
        const string citation = "Fannie Mae Selling Guide B3-3, B3-6-02";
        var steps = sheet.Incomes.Where(income => income.Monthly is > 0).Select(income => new FigureStep(income.From ?? SheetWords.Of(income.Kind), income.Monthly, Because: income.From is null ? null : SheetWords.Of(income.Kind))).ToList();
        if (NetRent(sheet, rules) is > 0 and { } net) steps.Add(new("Net rent of this property", net, Because: $"{rules.RentPercent:0.##} % of the rent less PITIA"));
        steps.AddRange(debts.Where(debt => debt.FromIncome > 0).Select(debt => new FigureStep(debt.Line.Creditor ?? SheetWords.Of(debt.Line.Kind), -debt.FromIncome, Because: debt.Because)));
        var sum = steps.Sum(step => step.Amount ?? 0);
        return steps.Count == 0 || sum <= 0
            ? Figure.Lacking("income", "Qualifying income", FigureUnit.Dollars, "an income", citation)
            : new("income", "Qualifying income", sum, FigureUnit.Dollars, [.. steps, new("Qualifying income", sum)], citation);
    }

    private static Figure Front(Worksheet sheet, QualifyingRules rules, Figure pitia, Figure income)
    {
        const string citation = "Fannie Mae Selling Guide B3-6-02, B3-6-03";
        if (Home(sheet, pitia) is not { } home) return Figure.Lacking("front-dti", "Housing ratio", FigureUnit.Percent, pitia.Missing ?? "the cost of the borrower’s own home", citation);
        if (income.Value is not { } earned) return Figure.Lacking("front-dti", "Housing ratio", FigureUnit.Percent, income.Missing!, citation);

        var ratio = home / earned * 100m;
        return new("front-dti", "Housing ratio", ratio, FigureUnit.Percent,
            [new(sheet.Terms.Occupancy is null or Occupancy.PrimaryResidence ? "PITIA" : "The borrower’s own home", home), new("Qualifying income", earned), new("Housing ratio", Cut(ratio), FigureUnit.Percent)],
            citation, Note: Over(ratio, rules.FrontLimit(sheet.Terms.MortgageType)));
    }

    private static Figure Back(Worksheet sheet, QualifyingRules rules, Figure pitia, Figure income, IReadOnlyList<CountedDebt> debts)
    {
        const string citation = "Fannie Mae Selling Guide B3-6-02, B3-6-05";
        if (Home(sheet, pitia) is not { } home) return Figure.Lacking("back-dti", "Debt ratio", FigureUnit.Percent, pitia.Missing ?? "the cost of the borrower’s own home", citation);
        if (income.Value is not { } earned) return Figure.Lacking("back-dti", "Debt ratio", FigureUnit.Percent, income.Missing!, citation);

        List<FigureStep> steps = [new(sheet.Terms.Occupancy is null or Occupancy.PrimaryResidence ? "PITIA" : "The borrower’s own home", home)];
        if (sheet.Terms.Occupancy == Occupancy.SecondHome) steps.Add(new("PITIA of the second home", pitia.Value));
        if (NetRent(sheet, rules) is < 0 and { } loss) steps.Add(new("Net cost of this property", -loss, Because: $"PITIA less {rules.RentPercent:0.##} % of the rent"));
        steps.AddRange(debts.Where(debt => debt.FromIncome == 0).Select(debt => new FigureStep(debt.Line.Creditor ?? SheetWords.Of(debt.Line.Kind), debt.Counts, Because: debt.Because)));
        var sum = steps.Sum(step => step.Amount ?? 0);
        var ratio = sum / earned * 100m;
        return new("back-dti", "Debt ratio", ratio, FigureUnit.Percent,
            [.. steps, new("All obligations", sum), new("Qualifying income", earned), new("Debt ratio", Cut(ratio), FigureUnit.Percent)], citation, Note: Over(ratio, rules.BackLimit(sheet.Terms.MortgageType)));
    }

    private static Figure Reserves(Worksheet sheet, Figure pitia, IReadOnlyList<CountedDebt> debts)
    {
        const string citation = "Fannie Mae Selling Guide B3-4.1-01";
        if (pitia.Value is not > 0) return Figure.Lacking("reserves", "Reserves", FigureUnit.Months, pitia.Missing ?? "the payment", citation);
        if (sheet.Assets.Count == 0) return Figure.Lacking("reserves", "Reserves", FigureUnit.Months, "an asset", citation);

        var steps = sheet.Assets.Where(asset => asset.Amount is > 0).Select(asset => IsLiquid(asset.Kind)
            ? new FigureStep(asset.Held ?? SheetWords.Of(asset.Kind), asset.Amount, Because: asset.IsVerified ? null : "not verified yet")
            : new FigureStep(asset.Held ?? SheetWords.Of(asset.Kind), 0, Because: "is no reserve")).ToList();
        if (sheet.Costs.CashToClose is { } cash) steps.Add(new("Cash to close", -cash));
        steps.AddRange(debts.Where(debt => debt.FromReserves > 0).Select(debt => new FigureStep(debt.Line.Creditor ?? SheetWords.Of(debt.Line.Kind), -debt.FromReserves, Because: debt.Because)));
        var left = steps.Sum(step => step.Amount ?? 0);
        var months = left / pitia.Value.Value;
        return new("reserves", "Reserves", months, FigureUnit.Months, [.. steps, new("Left after closing", left), new("PITIA", pitia.Value), new("Reserves", Math.Round(months, 1, MidpointRounding.ToZero), FigureUnit.Months)], citation,
            Note: months < 0 ? new("Not enough to close", true) : sheet.Assets.Any(asset => asset is { IsVerified: false, Amount: > 0 } && IsLiquid(asset.Kind)) ? new("Not all verified yet") : null);
    }

    private static Figure Dscr(Worksheet sheet, Figure pitia) => (sheet.Housing.Rent, pitia.Value) switch
    {
        ({ } rent, > 0) => new("dscr", "DSCR", rent / pitia.Value.Value, FigureUnit.Times,
            [new("Rent", rent), new("PITIA", pitia.Value), new("DSCR", Math.Round(rent / pitia.Value.Value, 2, MidpointRounding.ToZero), FigureUnit.Times)]),
        _ => Figure.Lacking("dscr", "DSCR", FigureUnit.Times, sheet.Housing.Rent is null ? "the rent" : pitia.Missing ?? "the payment"),
    };

    private static Figure Apr(Worksheet sheet, IReadOnlyList<InsuranceEnd> ends, DateOnly? closingOn)
    {
        const string citation = "12 CFR 1026.22, App. J";
        if (NoteAmount(sheet) is not { } amount || sheet.Terms is not { NoteRate: { } rate, TermMonths: { } months })
            return Figure.Lacking("apr", "APR", FigureUnit.Percent, "amount, rate and term", citation);

        var charges = (sheet.Costs.PrepaidFinanceCharges ?? 0) + (sheet.Costs.FinancedInsurance ?? 0);
        var payment = Payment.PrincipalAndInterest(amount, rate, months);
        var insured = sheet.Housing.MortgageInsurance is > 0 and { } premium ? Math.Min(months, ends.Where(end => end.Citation != "12 USC 4902(a)").Select(end => (int?)end.AfterPayment).Min() ?? months) : 0;
        List<AnnualPercentageRate.Level> payments = [];
        if (insured > 0) payments.Add(new(payment + sheet.Housing.MortgageInsurance!.Value, insured));
        if (months > insured) payments.Add(new(payment, months - insured));
        var (whole, odd) = Periods(closingOn, sheet.Costs.FirstPaymentOn);
        if (AnnualPercentageRate.Of(amount - charges, payments, whole, odd / 30.0, 12) is not { } apr) return Figure.Lacking("apr", "APR", FigureUnit.Percent, "charges below the amount", citation);

        return new("apr", "APR", apr, FigureUnit.Percent,
            [
                new("Note amount", amount), new("Prepaid finance charges", -charges), new("Amount financed", amount - charges),
                .. payments.Select(level => new FigureStep($"{level.Count} payments of", level.Amount, Because: level.Amount > payment ? "with mortgage insurance" : null)),
                new("To the first payment", whole, FigureUnit.Months, odd > 0 ? $"and {odd} days of 30" : null), new("APR", Math.Round(apr, 4, MidpointRounding.AwayFromZero), FigureUnit.Percent, "the rate at which the payments are worth the amount financed"),
            ], citation, Note: sheet.Costs.AllFeesEntered ? null : new("Estimate: not all fees are entered"));
    }

    /// <summary>Whole months and odd days from closing to the first payment, counted back from it (App. J (b)(3), (5)).</summary>
    private static (int Whole, int OddDays) Periods(DateOnly? closingOn, DateOnly? firstPaymentOn)
    {
        if (closingOn is not { } from || firstPaymentOn is not { } first || first <= from) return (1, 0);
        var whole = 0;
        while (first.AddMonths(-(whole + 1)) >= from) whole++;
        return (whole, first.AddMonths(-whole).DayNumber - from.DayNumber);
    }

    private static decimal? Home(Worksheet sheet, Figure pitia) => sheet.Terms.Occupancy is null or Occupancy.PrimaryResidence ? pitia.Value : sheet.Housing.PresentHousing;

    private static decimal? NetRent(Worksheet sheet, QualifyingRules rules) => sheet.Terms.Occupancy == Occupancy.Investment && Pitia(sheet, PrincipalAndInterest(sheet)).Value is { } pitia
        ? Payment.Cents((sheet.Housing.Rent ?? 0) * rules.RentPercent / 100m) - pitia : null;

    private static FigureNote? Over(decimal ratio, Compliance.Rules.RegulatoryParameter? limit) =>
        limit is null ? null : ratio > limit.Number ? new($"Over {limit.Value} %: {limit.Label}", true) : new($"Within {limit.Value} %: {limit.Label}");

    private static decimal Cut(decimal ratio) => Math.Round(ratio, 2, MidpointRounding.AwayFromZero);

    private static bool IsLiquid(AssetKind kind) => kind is not (AssetKind.GiftOfEquity or AssetKind.CashOnHand or AssetKind.Other);
}
