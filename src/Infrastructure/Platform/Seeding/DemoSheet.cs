using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>The qualifying sheet of a loan on the board: pay that carries the payment, the usual debts, and savings for the closing.</summary>
internal static class DemoSheet
{
    private static readonly string[] employers = ["Tidewater Boats", "Wells Harbor Schools", "Alder Freight", "Granite Clinic", "Northlight Design", "Seaboard Insurance", "Town of Haverly"];
    private static readonly string[] banks = ["Harbor Bank", "Pine Street Credit Union", "First Coast", "Commonwealth Savings"];

    public static void Write(Loan loan, DemoRows rows, Dice dice, DateTimeOffset at)
    {
        if (loan.Terms() is not { Amount: { } amount, TermMonths: { } months } terms) return;
        var payment = Payment.PrincipalAndInterest(amount, terms.NoteRate ?? 6.5m, months);
        var value = loan.LendingValue ?? amount * 1.25m;
        var housing = new HousingCosts(
            Taxes: Tens(value * 0.011m / 12), Hazard: Tens(value * 0.004m / 12), MortgageInsurance: amount > value * 0.8m ? Tens(amount * 0.0065m / 12) : null,
            Association: dice.Percent(25) ? dice.Between(9, 38) * 10 : null);
        var home = payment + (housing.Taxes + housing.Hazard + (housing.MortgageInsurance ?? 0) + (housing.Association ?? 0))!.Value;
        var pay = Tens(home * 100 / dice.Between(22, 33));
        var couple = loan.Parties.Where(party => party.Role is LoanPartyRole.Borrower or LoanPartyRole.CoBorrower).ToList();
        var second = couple.Count > 1 ? Tens(pay * dice.Between(30, 48) / 100) : 0;

        List<IncomeLine> incomes = [new(Guid.CreateVersion7(), couple[0].Id, dice.Percent(12) ? IncomeKind.SelfEmployed : IncomeKind.Base, dice.Pick(employers), pay - second)];
        if (second > 0) incomes.Add(new(Guid.CreateVersion7(), couple[1].Id, IncomeKind.Base, dice.Pick(employers), second));
        List<LiabilityLine> debts = [new(Guid.CreateVersion7(), null, LiabilityKind.Installment, "Car", dice.Between(30, 260) * 100, dice.Between(22, 58) * 10, dice.Between(4, 58))];
        if (dice.Percent(60)) debts.Add(new(Guid.CreateVersion7(), null, LiabilityKind.Revolving, "Card", dice.Between(4, 70) * 100, dice.Between(3, 18) * 10, null));
        if (dice.Percent(30)) debts.Add(new(Guid.CreateVersion7(), couple[^1].Id, LiabilityKind.StudentLoan, "Student loan", dice.Between(80, 400) * 100, dice.Percent(30) ? 0 : dice.Between(9, 34) * 10, dice.Between(40, 180)));
        var cash = Tens(Math.Max(0, value - amount) + amount * 0.021m);
        AssetLine[] assets =
        [
            new(Guid.CreateVersion7(), null, AssetKind.Savings, dice.Pick(banks), cash + Tens(home * dice.Between(1, 7)), dice.Percent(70)),
            new(Guid.CreateVersion7(), null, AssetKind.Checking, dice.Pick(banks), dice.Between(12, 90) * 100, dice.Percent(70)),
        ];
        var costs = new ClosingFacts(
            PrepaidFinanceCharges: Tens(amount * 0.012m), CashToClose: cash, FirstPaymentOn: loan.ClosingOn is { } closing ? new DateOnly(closing.Year, closing.Month, 1).AddMonths(2) : null);

        var sheet = new WorksheetRows(loan.Id, new LoanQualification(loan.Id), [], [], []);
        var (added, _) = sheet.Write(new(terms, housing, costs, incomes, debts, assets));
        rows.Add(sheet.Facts, at);
        foreach (var row in added) rows.Add((Domain.Common.Entity)row, at);
    }

    private static decimal Tens(decimal dollars) => Math.Round(dollars / 10, MidpointRounding.AwayFromZero) * 10;
}
