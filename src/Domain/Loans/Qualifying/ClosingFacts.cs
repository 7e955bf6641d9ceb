namespace CrmStudio.Domain.Loans.Qualifying;

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
