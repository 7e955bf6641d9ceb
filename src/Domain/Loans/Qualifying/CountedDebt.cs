using System.Globalization;

namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>How one debt counts in the ratios, and why.</summary>
/// <param name="Line">The debt.</param>
/// <param name="Counts">Dollars a month that are added to the obligations.</param>
/// <param name="FromIncome">Dollars a month that are taken from income instead.</param>
/// <param name="FromReserves">Dollars that are taken from the reserves instead.</param>
/// <param name="Because">Why, in words.</param>
public readonly record struct CountedDebt(LiabilityLine Line, decimal Counts, decimal FromIncome, decimal FromReserves, string Because)
{
    /// <summary>Applies Fannie Mae Selling Guide B3-6-05 to a debt.</summary>
    public static CountedDebt Of(LiabilityLine debt, QualifyingRules rules)
    {
        var paid = debt.Monthly ?? 0;
        return debt switch
        {
            { Treatment: LiabilityTreatment.PaidAtClosing } => Not("paid off at closing"),
            { Treatment: LiabilityTreatment.PaidByOthers } => Not("somebody else has paid it for 12 months"),
            { Treatment: LiabilityTreatment.ReducesIncome, Kind: LiabilityKind.Alimony or LiabilityKind.SeparateMaintenance } => new(debt, 0, paid, 0, "taken from income"),
            { Kind: LiabilityKind.Open30Day } => new(debt, 0, 0, debt.Balance ?? 0, "paid in full every month: taken from the reserves"),
            { Kind: LiabilityKind.Revolving, Balance: > 0 } when paid == 0 => Share(rules.RevolvingPercent, "without a payment"),
            { Kind: LiabilityKind.StudentLoan, Balance: > 0 } when paid == 0 => Share(rules.StudentLoanPercent, "while deferred"),
            { MonthsLeft: { } left, Treatment: not LiabilityTreatment.Significant } when EndsSoon(debt.Kind) && left <= rules.InstallmentMonths =>
                Not(string.Create(CultureInfo.InvariantCulture, $"{left} payments left, not more than {rules.InstallmentMonths:0}")),
            { Treatment: LiabilityTreatment.Significant } => new(debt, paid, 0, 0, "weighs on the borrower, however few payments are left"),
            { Kind: LiabilityKind.Lease } => new(debt, paid, 0, 0, "a lease always counts"),
            _ => new(debt, paid, 0, 0, "counts"),
        };

        CountedDebt Not(string because) => new(debt, 0, 0, 0, because);

        CountedDebt Share(decimal percent, string when) =>
            new(debt, Payment.Cents(debt.Balance!.Value * percent / 100m), 0, 0, string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} % of the balance {when}"));
    }

    private static bool EndsSoon(LiabilityKind kind) => kind is LiabilityKind.Installment or LiabilityKind.StudentLoan or LiabilityKind.Mortgage
        or LiabilityKind.ChildSupport or LiabilityKind.Alimony or LiabilityKind.SeparateMaintenance;
}
