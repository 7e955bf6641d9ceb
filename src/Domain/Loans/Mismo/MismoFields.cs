namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>What an import asks about, fact by fact, in the order in which it is shown. People are matched, not chosen.</summary>
public static class MismoFields
{
    private const string Terms = "Terms", Property = "Property", Monthly = "Monthly costs", Closing = "Closing", Lines = "Incomes, debts and assets", Register = "HMDA";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MismoField> All { get; } =
    [
        new("number", Terms, "Loan number", a => a.Number, (a, f) => a with { Number = f.Number }),
        new("amount", Terms, "Amount", a => a.Sheet.Terms.Amount, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { Amount = f.Sheet.Terms.Amount } } }),
        new("price", Terms, "Price", a => a.Sheet.Terms.PurchasePrice, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { PurchasePrice = f.Sheet.Terms.PurchasePrice } } }),
        new("value", Terms, "Appraised value", a => a.Sheet.Terms.AppraisedValue, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { AppraisedValue = f.Sheet.Terms.AppraisedValue } } }),
        new("secondary", Terms, "Secondary financing", a => a.Sheet.Terms.SecondaryFinancing, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { SecondaryFinancing = f.Sheet.Terms.SecondaryFinancing } } }),
        new("purpose", Terms, "Purpose", a => a.Sheet.Terms.Purpose, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { Purpose = f.Sheet.Terms.Purpose } } }),
        new("occupancy", Terms, "Occupancy", a => a.Sheet.Terms.Occupancy, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { Occupancy = f.Sheet.Terms.Occupancy } } }),
        new("type", Terms, "Type", a => a.Sheet.Terms.MortgageType, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { MortgageType = f.Sheet.Terms.MortgageType } } }),
        new("product", Terms, "Product", a => a.Sheet.Terms.Product, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { Product = f.Sheet.Terms.Product } } }),
        new("term", Terms, "Term", a => a.Sheet.Terms.TermMonths, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { TermMonths = f.Sheet.Terms.TermMonths } } }),
        new("rate", Terms, "Rate", a => a.Sheet.Terms.NoteRate, (a, f) => a with { Sheet = a.Sheet with { Terms = a.Sheet.Terms with { NoteRate = f.Sheet.Terms.NoteRate } } }),
        new("closing", Terms, "Closing", a => a.ClosingOn, (a, f) => a with { ClosingOn = f.ClosingOn }),
        new("address", Property, "Street", a => a.Address, (a, f) => a with { Address = f.Address }),
        new("city", Property, "City", a => a.City, (a, f) => a with { City = f.City }),
        new("state", Property, "State", a => a.State, (a, f) => a with { State = f.State }),
        new("zip", Property, "ZIP", a => a.Zip, (a, f) => a with { Zip = f.Zip }),
        new("housing-taxes", Monthly, "Property taxes", a => a.Sheet.Housing.Taxes, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { Taxes = f.Sheet.Housing.Taxes } } }),
        new("housing-hazard", Monthly, "Homeowner’s insurance", a => a.Sheet.Housing.Hazard, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { Hazard = f.Sheet.Housing.Hazard } } }),
        new("housing-flood", Monthly, "Flood insurance", a => a.Sheet.Housing.Flood, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { Flood = f.Sheet.Housing.Flood } } }),
        new("housing-insurance", Monthly, "Mortgage insurance", a => a.Sheet.Housing.MortgageInsurance, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { MortgageInsurance = f.Sheet.Housing.MortgageInsurance } } }),
        new("housing-association", Monthly, "Association dues", a => a.Sheet.Housing.Association, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { Association = f.Sheet.Housing.Association } } }),
        new("housing-ground", Monthly, "Ground rent", a => a.Sheet.Housing.GroundRent, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { GroundRent = f.Sheet.Housing.GroundRent } } }),
        new("housing-subordinate", Monthly, "Subordinate payment", a => a.Sheet.Housing.SubordinatePayment, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { SubordinatePayment = f.Sheet.Housing.SubordinatePayment } } }),
        new("housing-other", Monthly, "Other housing", a => a.Sheet.Housing.Other, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { Other = f.Sheet.Housing.Other } } }),
        new("housing-present", Monthly, "Present housing", a => a.Sheet.Housing.PresentHousing, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { PresentHousing = f.Sheet.Housing.PresentHousing } } }),
        new("rent", Monthly, "Rent of the property", a => a.Sheet.Housing.Rent, (a, f) => a with { Sheet = a.Sheet with { Housing = a.Sheet.Housing with { Rent = f.Sheet.Housing.Rent } } }),
        new("financed", Closing, "Financed insurance or fee", a => a.Sheet.Costs.FinancedInsurance, (a, f) => a with { Sheet = a.Sheet with { Costs = a.Sheet.Costs with { FinancedInsurance = f.Sheet.Costs.FinancedInsurance } } }),
        new("cash", Closing, "Cash to close", a => a.Sheet.Costs.CashToClose, (a, f) => a with { Sheet = a.Sheet with { Costs = a.Sheet.Costs with { CashToClose = f.Sheet.Costs.CashToClose } } }),
        new("credit-line", Closing, "Credit line limit", a => a.Sheet.Costs.CreditLineLimit, (a, f) => a with { Sheet = a.Sheet with { Costs = a.Sheet.Costs with { CreditLineLimit = f.Sheet.Costs.CreditLineLimit } } }),
        new("first-payment", Closing, "First payment", a => a.Sheet.Costs.FirstPaymentOn, (a, f) => a with { Sheet = a.Sheet with { Costs = a.Sheet.Costs with { FirstPaymentOn = f.Sheet.Costs.FirstPaymentOn } } }),
        new("incomes", Lines, "Incomes", a => a.Sheet.Incomes, (a, f) => a with { Sheet = a.Sheet with { Incomes = f.Sheet.Incomes } }),
        new("liabilities", Lines, "Debts", a => a.Sheet.Liabilities, (a, f) => a with { Sheet = a.Sheet with { Liabilities = f.Sheet.Liabilities } }),
        new("assets", Lines, "Assets", a => a.Sheet.Assets, (a, f) => a with { Sheet = a.Sheet with { Assets = f.Sheet.Assets } }),
        new("uli", Register, "ULI", a => a.Hmda.Uli, (a, f) => a with { Hmda = a.Hmda with { Uli = f.Hmda.Uli } }),
        new("lien", Register, "Subordinate lien", a => a.Hmda.IsSubordinateLien, (a, f) => a with { Hmda = a.Hmda with { IsSubordinateLien = f.Hmda.IsSubordinateLien } }),
        new("units", Register, "Units", a => a.Hmda.TotalUnits, (a, f) => a with { Hmda = a.Hmda with { TotalUnits = f.Hmda.TotalUnits } }),
        new("manufactured", Register, "Manufactured home", a => a.Hmda.IsManufactured, (a, f) => a with { Hmda = a.Hmda with { IsManufactured = f.Hmda.IsManufactured } }),
        new("county", Register, "County", a => a.Hmda.County, (a, f) => a with { Hmda = a.Hmda with { County = f.Hmda.County } }),
        new("tract", Register, "Census tract", a => a.Hmda.CensusTract, (a, f) => a with { Hmda = a.Hmda with { CensusTract = f.Hmda.CensusTract } }),
        new("preapproval", Register, "Preapproval", a => a.Hmda.IsPreapproval, (a, f) => a with { Hmda = a.Hmda with { IsPreapproval = f.Hmda.IsPreapproval } }),
        new("direct", Register, "Came directly", a => a.Hmda.CameDirectly, (a, f) => a with { Hmda = a.Hmda with { CameDirectly = f.Hmda.CameDirectly } }),
        new("payable", Register, "Initially payable here", a => a.Hmda.IsInitiallyPayable, (a, f) => a with { Hmda = a.Hmda with { IsInitiallyPayable = f.Hmda.IsInitiallyPayable } }),
        new("business", Register, "Business purpose", a => a.Hmda.IsBusinessPurpose, (a, f) => a with { Hmda = a.Hmda with { IsBusinessPurpose = f.Hmda.IsBusinessPurpose } }),
        new("reverse", Register, "Reverse mortgage", a => a.Hmda.IsReverse, (a, f) => a with { Hmda = a.Hmda with { IsReverse = f.Hmda.IsReverse } }),
        new("open-end", Register, "Open-end line", a => a.Hmda.IsOpenEnd, (a, f) => a with { Hmda = a.Hmda with { IsOpenEnd = f.Hmda.IsOpenEnd } }),
        new("balloon", Register, "Balloon", a => a.Hmda.HasBalloon, (a, f) => a with { Hmda = a.Hmda with { HasBalloon = f.Hmda.HasBalloon } }),
        new("interest-only", Register, "Interest only", a => a.Hmda.HasInterestOnly, (a, f) => a with { Hmda = a.Hmda with { HasInterestOnly = f.Hmda.HasInterestOnly } }),
        new("negative-amortization", Register, "Negative amortization", a => a.Hmda.HasNegativeAmortization, (a, f) => a with { Hmda = a.Hmda with { HasNegativeAmortization = f.Hmda.HasNegativeAmortization } }),
        new("introductory", Register, "Months to first rate change", a => a.Hmda.IntroductoryMonths, (a, f) => a with { Hmda = a.Hmda with { IntroductoryMonths = f.Hmda.IntroductoryMonths } }),
        new("penalty", Register, "Months of prepayment penalty", a => a.Hmda.PrepaymentPenaltyMonths, (a, f) => a with { Hmda = a.Hmda with { PrepaymentPenaltyMonths = f.Hmda.PrepaymentPenaltyMonths } }),
        new("high-cost", Register, "High-cost mortgage", a => a.Hmda.IsHighCost, (a, f) => a with { Hmda = a.Hmda with { IsHighCost = f.Hmda.IsHighCost } }),
        new("spread", Register, "Rate spread", a => a.Hmda.RateSpread, (a, f) => a with { Hmda = a.Hmda with { RateSpread = f.Hmda.RateSpread } }),
        new("dti", Register, "Debt-to-income ratio", a => a.Hmda.DebtToIncome, (a, f) => a with { Hmda = a.Hmda with { DebtToIncome = f.Hmda.DebtToIncome } }),
        new("purchaser", Register, "Purchaser", a => a.Hmda.Purchaser, (a, f) => a with { Hmda = a.Hmda with { Purchaser = f.Hmda.Purchaser } }),
        new("nmlsr", Register, "NMLSR identifier", a => a.Hmda.NmlsrId, (a, f) => a with { Hmda = a.Hmda with { NmlsrId = f.Hmda.NmlsrId } }),
        new("score", Register, "Credit score", a => a.Hmda.CreditScore, (a, f) => a with { Hmda = a.Hmda with { CreditScore = f.Hmda.CreditScore, ScoreModel = f.Hmda.ScoreModel } }),
    ];

    /// <summary>What a file says of an application that differs from what is there.</summary>
    public static IEnumerable<MismoField> News(MismoApplication file, MismoApplication now) => All.Where(field => file.Says.Contains(field.Key) && !Equals(field.Of(file), field.Of(now)));

    /// <summary>What is there, with the chosen facts of the file.</summary>
    /// <param name="now">What is there.</param>
    /// <param name="file">What the file says.</param>
    /// <param name="chosen">Keys of the facts to take.</param>
    public static MismoApplication Merge(MismoApplication now, MismoApplication file, IReadOnlySet<string> chosen) =>
        All.Where(field => chosen.Contains(field.Key) && file.Says.Contains(field.Key)).Aggregate(now, (merged, field) => field.Take(merged, file));
}
