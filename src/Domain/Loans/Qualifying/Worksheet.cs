namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>Everything that decides whether a loan qualifies, as one sheet that is worked on and saved together.</summary>
/// <param name="Terms">What is lent, on what.</param>
/// <param name="Housing">What living there costs every month.</param>
/// <param name="Costs">What closing costs and brings.</param>
/// <param name="Incomes">Qualifying incomes.</param>
/// <param name="Liabilities">Debts.</param>
/// <param name="Assets">What the borrowers have.</param>
public sealed record Worksheet(
    LoanTerms Terms, HousingCosts Housing, ClosingFacts Costs,
    IReadOnlyList<IncomeLine> Incomes, IReadOnlyList<LiabilityLine> Liabilities, IReadOnlyList<AssetLine> Assets);

/// <summary>Monthly costs of the property besides principal and interest, in dollars; null where not known yet.</summary>
/// <param name="Taxes">Property taxes.</param>
/// <param name="Hazard">Homeowner's insurance.</param>
/// <param name="Flood">Flood insurance.</param>
/// <param name="MortgageInsurance">Mortgage insurance.</param>
/// <param name="Association">Association dues and assessments.</param>
/// <param name="GroundRent">Ground rent.</param>
/// <param name="SubordinatePayment">Payment of subordinate financing.</param>
/// <param name="Other">Anything else that belongs to the housing expense.</param>
/// <param name="PresentHousing">What the borrower's own home costs, where this property is not it.</param>
/// <param name="Rent">Gross monthly rent of this property.</param>
public sealed record HousingCosts(
    decimal? Taxes = null, decimal? Hazard = null, decimal? Flood = null, decimal? MortgageInsurance = null, decimal? Association = null,
    decimal? GroundRent = null, decimal? SubordinatePayment = null, decimal? Other = null, decimal? PresentHousing = null, decimal? Rent = null);

/// <summary>Facts about the closing that the ratios and the APR need.</summary>
/// <param name="FinancedInsurance">Mortgage insurance, guarantee or funding fee added to the loan, in dollars.</param>
/// <param name="PrepaidFinanceCharges">Finance charges paid at or before closing, without the financed insurance, in dollars (12 CFR 1026.4, 1026.2(a)(23)).</param>
/// <param name="CashToClose">What the borrower brings to closing, in dollars.</param>
/// <param name="CreditLineLimit">Full limit of a subordinate credit line on this property, in dollars.</param>
/// <param name="FirstPaymentOn">When the first payment is due.</param>
/// <param name="AllFeesEntered">Whether the prepaid finance charges are complete; until then the APR is called an estimate.</param>
public sealed record ClosingFacts(
    decimal? FinancedInsurance = null, decimal? PrepaidFinanceCharges = null, decimal? CashToClose = null, decimal? CreditLineLimit = null,
    DateOnly? FirstPaymentOn = null, bool AllFeesEntered = false);

/// <summary>One income.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="PartyId">Whose it is; null for all borrowers together.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="From">Who pays it.</param>
/// <param name="Monthly">Dollars a month.</param>
public sealed record IncomeLine(Guid Id, Guid? PartyId, IncomeKind Kind, string? From, decimal? Monthly);

/// <summary>One debt.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="PartyId">Whose it is; null for all borrowers together.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Creditor">To whom.</param>
/// <param name="Balance">What is owed, in dollars.</param>
/// <param name="Monthly">What is paid, in dollars a month.</param>
/// <param name="MonthsLeft">Payments left, where there is an end.</param>
/// <param name="Treatment">What is to become of it.</param>
public sealed record LiabilityLine(
    Guid Id, Guid? PartyId, LiabilityKind Kind, string? Creditor, decimal? Balance, decimal? Monthly, int? MonthsLeft, LiabilityTreatment Treatment = LiabilityTreatment.Counts);

/// <summary>One asset.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="PartyId">Whose it is; null for all borrowers together.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Held">Where it is held.</param>
/// <param name="Amount">What it is worth, in dollars.</param>
/// <param name="IsVerified">Whether a statement or letter proves it.</param>
public sealed record AssetLine(Guid Id, Guid? PartyId, AssetKind Kind, string? Held, decimal? Amount, bool IsVerified = false);
