using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Mismo;

namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>The loan.</summary>
public sealed partial class MismoWriter
{
    private LoanTerms Terms => Sheet.Terms;

    private bool IsRefinance => Terms.Purpose is { } purpose && MismoTypes.Refinance.Of(purpose) is not null;

    private bool IsConstruction => Terms.Purpose is { } purpose && MismoTypes.Construction.Of(purpose) is not null;

    private void Loans()
    {
        xml.In("LOAN", Subject, ("LoanRoleType", "SubjectLoan"), ("SequenceNumber", "1"), ("xlink:label", "LOAN_1"));
        if (Sheet.Costs.CreditLineLimit is { } limit)
            xml.In("LOAN", () => xml.Path("HELOC/HELOC_RULE", () => xml.Value("HELOCMaximumBalanceAmount", limit)), ("LoanRoleType", "RelatedLoan"), ("SequenceNumber", "2"), ("xlink:label", "LOAN_2"));
        if (Sheet.Costs.PrepaidFinanceCharges is { } charges) Lost("Prepaid finance charges", $"{charges:0.00}", "an application tells of no finance charges");
    }

    private void Subject()
    {
        xml.Path("ADJUSTMENT/INTEREST_RATE_ADJUSTMENT/INTEREST_RATE_LIFETIME_ADJUSTMENT_RULE", () => xml.Value("FirstRateChangeMonthsCount", Hmda.IntroductoryMonths));
        xml.Path("AMORTIZATION/AMORTIZATION_RULE", () =>
        {
            xml.Value("AmortizationType", Hmda.IntroductoryMonths is null ? "Fixed" : "AdjustableRate");
            Months("LoanAmortizationPeriod");
        });
        xml.Path("CLOSING_INFORMATION/CLOSING_INFORMATION_DETAIL", () =>
        {
            xml.Value("CashFromBorrowerAtClosingAmount", Sheet.Costs.CashToClose is >= 0 ? Sheet.Costs.CashToClose : null);
            xml.Value("CashToBorrowerAtClosingAmount", Sheet.Costs.CashToClose is < 0 ? -Sheet.Costs.CashToClose : null);
            xml.Value("LoanEstimatedClosingDate", application.ClosingOn);
        });
        xml.In("CONSTRUCTION", () => xml.Literal("ConstructionLoanType", Terms.Purpose is { } building ? MismoTypes.Construction.Of(building) : null));
        xml.Path("DOCUMENT_SPECIFIC_DATA_SETS/DOCUMENT_SPECIFIC_DATA_SET/URLA/URLA_DETAIL", () => xml.Value("MIAndFundingFeeFinancedAmount", Sheet.Costs.FinancedInsurance));
        xml.Path("HMDA_LOAN/HMDA_LOAN_DETAIL", Register);
        xml.In("HOUSING_EXPENSES", Expenditure);
        xml.In("LOAN_DETAIL", Detail);
        xml.In("LOAN_IDENTIFIERS", () =>
        {
            Identifier(application.Number, "LenderLoan");
            Identifier(Hmda.Uli, "UniversalLoan");
        });
        xml.Path("LOAN_LEVEL_CREDIT/LOAN_LEVEL_CREDIT_DETAIL", () =>
        {
            if (Hmda.CreditScore is null) return;
            xml.Literal("CreditScoreModelNameType", Hmda.ScoreModel == HmdaScoreModel.None ? null : MismoTypes.ScoreModel.Of(Hmda.ScoreModel));
            xml.Value("LoanLevelCreditScoreValue", Hmda.CreditScore);
        });
        xml.Path("LOAN_PRODUCT/LOAN_PRODUCT_DETAIL", () => xml.Value("ProductDescription", Terms.Product));
        xml.Path("MATURITY/MATURITY_RULE", () => Months("LoanMaturityPeriod"));
        xml.Path("PAYMENT/PAYMENT_RULE", () => xml.Value("ScheduledFirstPaymentDate", Sheet.Costs.FirstPaymentOn));
        xml.Path("PREPAYMENT_PENALTY/PREPAYMENT_PENALTY_LIFETIME_RULE", () => xml.Value("PrepaymentPenaltyExpirationMonthsCount", Hmda.PrepaymentPenaltyMonths));
        xml.In("QUALIFICATION", () => xml.Percent("TotalDebtExpenseRatioPercent", Hmda.DebtToIncome));
        xml.In("REFINANCE", () => xml.Literal("RefinanceCashOutDeterminationType", Terms.Purpose is { } refinance ? MismoTypes.Refinance.Of(refinance) : null));
        xml.In("TERMS_OF_LOAN", () =>
        {
            xml.Value("BaseLoanAmount", Terms.Amount);
            xml.Value("LienPriorityType", Hmda.IsSubordinateLien ? "SecondLien" : "FirstLien");
            xml.Literal("LoanPurposeType", IsRefinance ? "Refinance" : IsConstruction ? "Purchase" : Terms.Purpose is { } purpose ? MismoTypes.Purpose.Of(purpose) : null);
            xml.Literal("MortgageType", Terms.MortgageType is { } type ? MismoTypes.Mortgage.Of(type) : null);
            xml.Percent("NoteRatePercent", Terms.NoteRate);
        });
    }

    private void Register()
    {
        xml.Value("HMDA_HOEPALoanStatusIndicator", Hmda.IsHighCost);
        xml.Value("HMDAApplicationSubmissionType", Hmda.CameDirectly ? "SubmittedDirectly" : "NotSubmittedDirectly");
        xml.Value("HMDABusinessPurposeIndicator", (bool?)Hmda.IsBusinessPurpose);
        xml.Value("HMDACoveredLoanInitiallyPayableToReportingInstitutionStatusType", Hmda.IsInitiallyPayable ? "InitiallyPayable" : "NotInitiallyPayable");
        xml.Value("HMDAPreapprovalType", Hmda.IsPreapproval ? "PreapprovalWasRequested" : "PreapprovalWasNotRequested");
        xml.Literal("HMDAPurchaserType", MismoTypes.Purchaser.Of(Hmda.Purchaser));
        xml.Percent("HMDARateSpreadPercent", Hmda.RateSpread);
        if (Hmda.IncomeThousands is { } income) Lost("HMDA income", $"{income}", "the register's income has no place in an application");
    }

    private void Detail()
    {
        xml.Value("ApplicationReceivedDate", application.ApplicationOn);
        xml.Value("BalloonIndicator", (bool?)Hmda.HasBalloon);
        xml.Value("BorrowerCount", borrowers.Count == 0 ? null : borrowers.Count);
        xml.Value("ConstructionLoanIndicator", (bool?)IsConstruction);
        xml.Value("InterestOnlyIndicator", (bool?)Hmda.HasInterestOnly);
        xml.Value("NegativeAmortizationIndicator", (bool?)Hmda.HasNegativeAmortization);
        xml.Value("OpenEndCreditIndicator", (bool?)Hmda.IsOpenEnd);
        xml.Value("PrepaymentPenaltyIndicator", (bool?)(Hmda.PrepaymentPenaltyMonths is not null));
        xml.Value("ReverseMortgageIndicator", (bool?)Hmda.IsReverse);
        xml.Value("TotalSubordinateFinancingAmount", Terms.SecondaryFinancing);
    }

    private void Expenditure()
    {
        var housing = Sheet.Housing;
        Expense("FirstMortgagePrincipalAndInterest", Terms is { Amount: { } amount, NoteRate: { } rate, TermMonths: { } months } ? Payment.PrincipalAndInterest(amount, rate, months) : null);
        Expense("GroundRent", housing.GroundRent);
        Expense("HomeownersAssociationDuesAndCondominiumFees", housing.Association);
        Expense("HomeownersInsurance", housing.Hazard);
        Expense("MIPremium", housing.MortgageInsurance);
        Expense("Other", housing.Other);
        Expense("OtherMortgageLoanPrincipalAndInterest", housing.SubordinatePayment);
        Expense("RealEstateTax", housing.Taxes);
        Expense("SupplementalPropertyInsurance", housing.Flood);
        if (housing.PresentHousing is not { } present) return;
        if (Terms.Occupancy is Occupancy.SecondHome or Occupancy.Investment) Expense("Other:Own home", present, "Present");
        else Lost("Present housing", $"{present:0.00}", "it counts only where the property is not the borrower's own home");
    }

    private void Expense(string type, decimal? amount, string timing = "Proposed")
    {
        if (amount is null) return;
        xml.In("HOUSING_EXPENSE", () =>
        {
            xml.Value("HousingExpensePaymentAmount", amount);
            xml.Value("HousingExpenseTimingType", timing);
            xml.Literal("HousingExpenseType", type);
        });
    }

    private void Months(string name)
    {
        if (Terms.TermMonths is not { } months) return;
        xml.Value($"{name}Count", months);
        xml.Value($"{name}Type", "Month");
    }

    private void Identifier(string? identifier, string type)
    {
        if (identifier is null) return;
        xml.In("LOAN_IDENTIFIER", () =>
        {
            xml.Value("LoanIdentifier", identifier);
            xml.Value("LoanIdentifierType", type);
        });
    }
}
