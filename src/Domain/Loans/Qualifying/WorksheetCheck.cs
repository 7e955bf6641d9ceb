using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>What a worksheet may hold.</summary>
public static class WorksheetCheck
{
    /// <summary>Refuses sums, months and rows outside the limits, naming the row.</summary>
    public static Outcome Of(Worksheet sheet)
    {
        if (sheet.Incomes.Count > LoanQualification.RowsLimit) return TooMany("incomes");
        if (sheet.Liabilities.Count > LoanQualification.RowsLimit) return TooMany("debts");
        if (sheet.Assets.Count > LoanQualification.RowsLimit) return TooMany("assets");

        var (housing, costs) = (sheet.Housing, sheet.Costs);
        foreach (var (field, sum) in new (string, decimal?)[]
        {
            (nameof(housing.Taxes), housing.Taxes), (nameof(housing.Hazard), housing.Hazard), (nameof(housing.Flood), housing.Flood), (nameof(housing.MortgageInsurance), housing.MortgageInsurance),
            (nameof(housing.Association), housing.Association), (nameof(housing.GroundRent), housing.GroundRent), (nameof(housing.SubordinatePayment), housing.SubordinatePayment),
            (nameof(housing.Other), housing.Other), (nameof(housing.PresentHousing), housing.PresentHousing), (nameof(housing.Rent), housing.Rent),
            (nameof(costs.FinancedInsurance), costs.FinancedInsurance), (nameof(costs.PrepaidFinanceCharges), costs.PrepaidFinanceCharges), (nameof(costs.CreditLineLimit), costs.CreditLineLimit),
        })
            if (IsOutside(sum)) return Refusal.Invalid(field, Range);
        if (costs.CashToClose is < -LoanQualification.SumLimit or > LoanQualification.SumLimit) return Refusal.Invalid(nameof(costs.CashToClose), "Cash to close lies between −$100,000,000 and $100,000,000.");

        foreach (var line in sheet.Incomes)
            if (IsOutside(line.Monthly) || IsLong(line.From)) return Wrong(line.Id, line.From, IsLong(line.From));
        foreach (var line in sheet.Liabilities)
        {
            if (IsOutside(line.Monthly) || IsOutside(line.Balance) || IsLong(line.Creditor)) return Wrong(line.Id, line.Creditor, IsLong(line.Creditor));
            if (line.MonthsLeft is < 0 or > Loan.TermLimit) return Refusal.Invalid(Row(line.Id), "Payments left lie between 0 and 600.");
            if (line is { Treatment: LiabilityTreatment.ReducesIncome, Kind: not (LiabilityKind.Alimony or LiabilityKind.SeparateMaintenance) })
                return Refusal.Invalid(Row(line.Id), "Only alimony and separate maintenance can be taken from income (Fannie Mae B3-6-05).");
        }
        foreach (var line in sheet.Assets)
            if (IsOutside(line.Amount) || IsLong(line.Held)) return Wrong(line.Id, line.Held, IsLong(line.Held));
        return Outcome.Done;
    }

    /// <summary>The field name of a row, for refusals.</summary>
    public static string Row(Guid id) => $"row-{id}";

    private const string Range = "A sum lies between $0 and $100,000,000.";

    private static Refusal TooMany(string what) => new("loans.sheet-full", $"A sheet holds at most {LoanQualification.RowsLimit} {what}.");

    private static Refusal Wrong(Guid id, string? name, bool isLong) =>
        Refusal.Invalid(Row(id), isLong ? $"A name has at most {LoanQualification.NameMaxLength} letters." : string.IsNullOrEmpty(name) ? Range : $"{name}: {Range}");

    private static bool IsOutside(decimal? sum) => sum is < 0 or > LoanQualification.SumLimit;

    private static bool IsLong(string? name) => name?.Length > LoanQualification.NameMaxLength;
}
