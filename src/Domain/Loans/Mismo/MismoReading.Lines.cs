using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>Incomes, debts and assets.</summary>
public sealed partial class MismoReading
{
    private const string Holder = "NAME/FullName", Employment = "EMPLOYMENT";

    private int rows;

    private Guid NextRow() => new(++rows, 1, 0, new byte[8]);

    private List<IncomeLine> Incomes()
    {
        var incomes = new List<IncomeLine>();
        foreach (var (role, person) in roles.Where(one => one.Key.Name == "ROLE" && one.Value.IsBorrower).OrderBy(one => one.Value.Key).ToList())
        {
            foreach (var item in Each(role, "BORROWER/CURRENT_INCOME/CURRENT_INCOME_ITEMS/CURRENT_INCOME_ITEM"))
                if (Income(item, person) is { } line) incomes.Add(line);
            foreach (var employer in Each(role, "BORROWER/EMPLOYERS/EMPLOYER").Where(IsOwn))
                if (OwnBusiness(employer, person) is { } line) incomes.Add(line);
        }
        return incomes;
    }

    private IncomeLine? Income(MismoElement item, MismoPerson person)
    {
        const string detail = "CURRENT_INCOME_ITEM_DETAIL";
        var (type, amount) = (Leaf(item, $"{detail}/IncomeType"), Leaf(item, $"{detail}/CurrentIncomeMonthlyTotalAmount"));
        if (type is not null && MismoTypes.NotQualifying.Contains(type.Text))
        {
            type.Untaken = "is no qualifying income of the borrower";
            return null;
        }
        var monthly = Amount(item, $"{detail}/CurrentIncomeMonthlyTotalAmount");
        if (type is null && monthly is null || amount is { IsTaken: false }) return null;

        var employer = linked[item].FirstOrDefault(to => to.Name == "EMPLOYER");
        var kind = Word(item, $"{detail}/IncomeType", MismoTypes.Income);
        if (kind is null && type is not null)
        {
            type.IsTaken = true;
            Changed(type, "is taken as other income");
        }
        if (kind == IncomeKind.Base && employer is not null && IsOwn(employer)) kind = IncomeKind.SelfEmployed;
        foreach (var implied in Each(item, $"{detail}/EmploymentIncomeIndicator")) implied.IsTaken = true;   // follows from the kind
        return new(NextRow(), person.Key, kind ?? IncomeKind.Other, employer is null ? null : PayerOf(employer), monthly);
    }

    /// <summary>The income of a business of the borrower's own stands with the employment (ULAD 1b).</summary>
    private IncomeLine? OwnBusiness(MismoElement employer, MismoPerson person)
    {
        if (Leaf(employer, $"{Employment}/EmploymentStatusType") is { Text: "Previous" }) return null;
        var said = Leaf(employer, $"{Employment}/EmploymentMonthlyIncomeAmount");
        var monthly = Amount(employer, $"{Employment}/EmploymentMonthlyIncomeAmount");
        if (said is { IsTaken: false } || (monthly is null && linked.Any(link => link.Contains(employer)))) return null;
        return new(NextRow(), person.Key, IncomeKind.SelfEmployed, PayerOf(employer), monthly);
    }

    private static bool IsOwn(MismoElement employer) => Each(employer, $"{Employment}/EmploymentBorrowerSelfEmployedIndicator").FirstOrDefault() is { Text: "true" or "1" };

    // One employer may pay several incomes.
    private string? PayerOf(MismoElement employer)
    {
        foreach (var said in Each(employer, $"{Employment}/EmploymentBorrowerSelfEmployedIndicator").Concat(Each(employer, $"{Employment}/EmploymentStatusType").Where(status => status.Text == "Current"))) said.IsTaken = true;
        if (Each(employer, "LEGAL_ENTITY/LEGAL_ENTITY_DETAIL/FullName").Concat(Each(employer, "INDIVIDUAL/NAME/FullName")).FirstOrDefault(name => name.Text.Length > 0 && name.Text != MismoPrivacy.Removed) is not { IsCut: false } name) return null;
        if (name.Text.Length > LoanQualification.NameMaxLength && !name.IsTaken) Changed(name, $"is cut to {LoanQualification.NameMaxLength} letters");
        name.IsTaken = true;
        return name.Text.Length > LoanQualification.NameMaxLength ? name.Text[..LoanQualification.NameMaxLength].TrimEnd() : name.Text;
    }

    private List<LiabilityLine> Liabilities() => [.. Each(deal, "LIABILITIES/LIABILITY").Select(Liability).OfType<LiabilityLine>(), .. Each(deal, "EXPENSES/EXPENSE").Select(Expense).OfType<LiabilityLine>()];

    private LiabilityLine? Liability(MismoElement row)
    {
        const string detail = "LIABILITY_DETAIL";
        var type = Leaf(row, $"{detail}/LiabilityType");
        var (balance, monthly) = (Amount(row, $"{detail}/LiabilityUnpaidBalanceAmount"), Amount(row, $"{detail}/LiabilityMonthlyPaymentAmount"));
        if (type is { Text: "BorrowerEstimatedTotalMonthlyLiabilityPayment" } || (type is null && balance is null && monthly is null)) return null;

        var kind = Word(row, $"{detail}/LiabilityType", MismoTypes.Liability) ?? Unknown(type, Leaf(row, $"{detail}/MortgageType") is null ? LiabilityKind.Other : LiabilityKind.Mortgage);
        var marks = MarksOf(Leaf(row, $"{detail}/LiabilityDescription"));
        if (kind == LiabilityKind.Installment && marks.Contains(MismoTypes.StudentLoan)) kind = LiabilityKind.StudentLoan;
        return new(
            NextRow(), OwnerOf(row), kind, Name(row, $"LIABILITY_HOLDER/{Holder}", LoanQualification.NameMaxLength), balance, monthly,
            Count(row, $"{detail}/LiabilityRemainingTermMonthsCount", 0, Loans.Loan.TermLimit), Treatment(row, detail, marks));
    }

    private LiabilityTreatment Treatment(MismoElement row, string detail, IReadOnlyCollection<string> marks)
    {
        var isPaidOff = Indicator(row, $"{detail}/LiabilityPayoffStatusIndicator") is true;
        if (Leaf(row, $"{detail}/LiabilityExclusionIndicator") is { } excluded)
        {
            excluded.IsTaken = excluded.Text is "false" or "0" || marks.Contains(MismoTypes.PaidByOthers);
            if (!excluded.IsTaken) excluded.Untaken = "leaves the debt out; here it counts until its reason is chosen";
        }
        return isPaidOff ? LiabilityTreatment.PaidAtClosing
            : marks.Contains(MismoTypes.PaidByOthers) ? LiabilityTreatment.PaidByOthers
            : marks.Contains(MismoTypes.Significant) ? LiabilityTreatment.Significant
            : LiabilityTreatment.Counts;
    }

    private LiabilityLine? Expense(MismoElement row)
    {
        var type = Leaf(row, "ExpenseType");
        var monthly = Amount(row, "ExpenseMonthlyPaymentAmount");
        if (type is null && monthly is null) return null;
        var kind = Word(row, "ExpenseType", MismoTypes.Expense);
        if (kind is null && type is not null)
        {
            // Groceries and insurance weigh on no ratio.
            type.Untaken = "is no obligation that counts";
            Each(row, "ExpenseMonthlyPaymentAmount").ToList().ForEach(amount => (amount.IsTaken, amount.Untaken) = (false, "belongs to no obligation that counts"));
            return null;
        }
        var to = Name(row, "ExpenseDescription", LoanQualification.NameMaxLength) ?? Name(row, "AlimonyOwedToName", LoanQualification.NameMaxLength);
        return new(NextRow(), OwnerOf(row), kind ?? LiabilityKind.Other, to, null, monthly, Count(row, "ExpenseRemainingTermMonthsCount", 0, Loans.Loan.TermLimit));
    }

    private LiabilityKind Unknown(MismoElement? type, LiabilityKind kind)
    {
        if (type is null) return kind;
        type.IsTaken = true;
        Changed(type, $"is taken as {Spoken(kind)}");
        return kind;
    }

    private static IReadOnlyCollection<string> MarksOf(MismoElement? description)
    {
        if (description is null) return [];
        var marks = description.Text.Split("; ");
        description.IsTaken = marks.All(MismoTypes.Marks.Contains);
        return description.IsTaken ? marks : [];
    }

    private List<AssetLine> Assets(List<IncomeLine> incomes, List<LiabilityLine> liabilities)
    {
        var assets = new List<AssetLine>();
        foreach (var row in Each(deal, "ASSETS/ASSET"))
        {
            if (row.Children.Any(child => child.Name == "OWNED_PROPERTY")) Owned(row, incomes, liabilities);
            else if (Asset(row) is { } line) assets.Add(line);
        }
        return assets;
    }

    private AssetLine? Asset(MismoElement row)
    {
        const string detail = "ASSET_DETAIL";
        var type = Leaf(row, $"{detail}/AssetType");
        var said = Leaf(row, $"{detail}/AssetCashOrMarketValueAmount");
        var amount = Amount(row, $"{detail}/AssetCashOrMarketValueAmount");
        if (type is { Text: "BorrowerEstimatedTotalAssets" or "GiftsTotal" }) return Total(type, said);
        if (type is null && amount is null) return null;

        var kind = Word(row, $"{detail}/AssetType", MismoTypes.Asset);
        if (kind is null && type is not null)
        {
            type.IsTaken = true;
            Changed(type, "is taken as another asset, which is not counted as liquid");
        }
        return new(NextRow(), OwnerOf(row), kind ?? AssetKind.Other, Name(row, $"ASSET_HOLDER/{Holder}", LoanQualification.NameMaxLength), amount, Indicator(row, $"{detail}/VerifiedIndicator") ?? false);
    }

    private static AssetLine? Total(MismoElement type, MismoElement? amount)
    {
        type.Untaken = "is a total";
        if (amount is not null) (amount.IsTaken, amount.Untaken) = (false, "is a total");
        return null;
    }

    /// <summary>Of other property the rent is taken: what it brings as income, what it costs as a debt (Fannie Mae B3-6-06).</summary>
    private void Owned(MismoElement row, List<IncomeLine> incomes, List<LiabilityLine> liabilities)
    {
        const string detail = "OWNED_PROPERTY/OWNED_PROPERTY_DETAIL";
        if (Leaf(row, $"{detail}/OwnedPropertyRentalIncomeNetAmount") is not { } leaf) return;
        if (Leaf(row, $"{detail}/OwnedPropertySubjectIndicator") is { Text: "true" or "1" })
        {
            leaf.Untaken = "is the rent of the property itself";
            return;
        }
        if (Amount(row, $"{detail}/OwnedPropertyRentalIncomeNetAmount", mayBeNegative: true) is not { } net || net == 0) return;
        var place = Name(row, "OWNED_PROPERTY/PROPERTY/ADDRESS/AddressLineText", LoanQualification.NameMaxLength);
        if (net > 0) incomes.Add(new(NextRow(), OwnerOf(row), IncomeKind.NetRental, place, net));
        else liabilities.Add(new(NextRow(), OwnerOf(row), LiabilityKind.NetRentalLoss, place, null, -net, null));
    }
}
