using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>
/// Our enumerations in the words of MISMO Reference Model 3.4.0 build 324 and of the DU and ULAD subset of it. The first list of each goes
/// both ways; the second is read only, because it says less here than there.
/// </summary>
public static class MismoTypes
{
    /// <summary>RefinanceCashOutDeterminationType.</summary>
    public static MismoWords<LoanPurpose> Refinance { get; } = new(
        [("NoCashOut", LoanPurpose.RefinanceNoCashOut), ("LimitedCashOut", LoanPurpose.RefinanceLimitedCashOut), ("CashOut", LoanPurpose.RefinanceCashOut)], []);

    /// <summary>ConstructionLoanType.</summary>
    public static MismoWords<LoanPurpose> Construction { get; } = new(
        [("ConstructionOnly", LoanPurpose.ConstructionOnly), ("ConstructionToPermanent", LoanPurpose.ConstructionToPermanent)], []);

    /// <summary>LoanPurposeType, but for refinances and construction.</summary>
    public static MismoWords<LoanPurpose> Purpose { get; } = new(
        [("Purchase", LoanPurpose.Purchase), ("Other:HomeImprovement", LoanPurpose.HomeImprovement), ("Other", LoanPurpose.Other)], [("MortgageModification", LoanPurpose.Other)]);

    /// <summary>PropertyUsageType.</summary>
    public static MismoWords<Occupancy> Occupancy { get; } = new(
        [("PrimaryResidence", Loans.Occupancy.PrimaryResidence), ("SecondHome", Loans.Occupancy.SecondHome), ("Investment", Loans.Occupancy.Investment)], []);

    /// <summary>MortgageType.</summary>
    public static MismoWords<MortgageType> Mortgage { get; } = new(
        [("Conventional", MortgageType.Conventional), ("FHA", MortgageType.Fha), ("VA", MortgageType.Va), ("USDARuralDevelopment", MortgageType.Usda), ("Other", MortgageType.Other)],
        [("LocalAgency", MortgageType.Other), ("StateAgency", MortgageType.Other), ("PublicAndIndianHousing", MortgageType.Other)]);

    /// <summary>IncomeType of a current income. What is missing here is other income, or none of the borrower's.</summary>
    public static MismoWords<IncomeKind> Income { get; } = new(
        [
            ("Base", IncomeKind.Base), ("Overtime", IncomeKind.Overtime), ("Bonus", IncomeKind.Bonus), ("Commissions", IncomeKind.Commission), ("SelfEmploymentIncome", IncomeKind.SelfEmployed),
            ("DividendsInterest", IncomeKind.DividendsInterest), ("NetRentalIncome", IncomeKind.NetRental), ("Pension", IncomeKind.Retirement), ("Other:AlimonyOrChildSupport", IncomeKind.Support), ("Other", IncomeKind.Other),
        ],
        [
            ("MilitaryBasePay", IncomeKind.Base), ("ContractBasis", IncomeKind.Base), ("SocialSecurity", IncomeKind.Retirement), ("DefinedContributionPlan", IncomeKind.Retirement),
            ("Alimony", IncomeKind.Support), ("ChildSupport", IncomeKind.Support), ("SeparateMaintenance", IncomeKind.Support),
        ]);

    /// <summary>Types of income that are totals, or not the borrower's own: they are not qualifying income.</summary>
    public static IReadOnlySet<string> NotQualifying { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "BorrowerEstimatedTotalMonthlyIncome", "NonBorrowerContribution", "NonBorrowerHouseholdIncome", "ProposedGrossRentForSubjectProperty", "RealEstateOwnedGrossRentalIncome",
        "SelfEmploymentLoss", "SubjectPropertyNetCashFlow", "TrailingCoBorrowerIncome",
    };

    /// <summary>LiabilityType.</summary>
    public static MismoWords<LiabilityKind> Liability { get; } = new(
        [
            ("Revolving", LiabilityKind.Revolving), ("Installment", LiabilityKind.Installment), ("MortgageLoan", LiabilityKind.Mortgage), ("HELOC", LiabilityKind.Heloc), ("LeasePayment", LiabilityKind.Lease),
            ("Open30DayChargeAccount", LiabilityKind.Open30Day), ("CollectionsJudgmentsAndLiens", LiabilityKind.Collection), ("TaxLien", LiabilityKind.TaxLien), ("Other", LiabilityKind.Other),
        ],
        [
            ("DeferredStudentLoan", LiabilityKind.StudentLoan), ("PersonalLoan", LiabilityKind.Installment), ("UnsecuredHomeImprovementLoanInstallment", LiabilityKind.Installment),
            ("UnsecuredHomeImprovementLoanRevolving", LiabilityKind.Revolving), ("DelinquentTaxes", LiabilityKind.TaxLien), ("Taxes", LiabilityKind.TaxLien), ("MonetaryJudgment", LiabilityKind.Collection),
            ("Garnishments", LiabilityKind.Collection), ("FirstPositionMortgageLien", LiabilityKind.Mortgage), ("SecondPositionMortgageLien", LiabilityKind.Mortgage), ("ThirdPositionMortgageLien", LiabilityKind.Mortgage),
        ]);

    /// <summary>ExpenseType: obligations that are no debts.</summary>
    public static MismoWords<LiabilityKind> Expense { get; } = new(
        [
            ("ChildSupport", LiabilityKind.ChildSupport), ("Alimony", LiabilityKind.Alimony), ("SeparateMaintenanceExpense", LiabilityKind.SeparateMaintenance), ("ChildCare", LiabilityKind.ChildCare),
            ("JobRelatedExpenses", LiabilityKind.JobExpense), ("NetRentalExpense", LiabilityKind.NetRentalLoss),
        ],
        [("UnionDues", LiabilityKind.JobExpense), ("Other", LiabilityKind.Other)]);

    /// <summary>AssetType.</summary>
    public static MismoWords<AssetKind> Asset { get; } = new(
        [
            ("CheckingAccount", AssetKind.Checking), ("SavingsAccount", AssetKind.Savings), ("MoneyMarketFund", AssetKind.MoneyMarket), ("CertificateOfDepositTimeDeposit", AssetKind.CertificateOfDeposit),
            ("MutualFund", AssetKind.MutualFund), ("Stock", AssetKind.Stock), ("Bond", AssetKind.Bond), ("RetirementFund", AssetKind.Retirement), ("LifeInsurance", AssetKind.LifeInsurance), ("GiftOfCash", AssetKind.Gift),
            ("GiftOfPropertyEquity", AssetKind.GiftOfEquity), ("BridgeLoanNotDeposited", AssetKind.BridgeLoan), ("ProceedsFromSecuredLoan", AssetKind.SecuredBorrowed),
            ("PendingNetSaleProceedsFromRealEstateAssets", AssetKind.SaleProceeds), ("TrustAccount", AssetKind.Trust), ("CashOnHand", AssetKind.CashOnHand), ("Other", AssetKind.Other),
        ],
        [
            ("Grant", AssetKind.Gift), ("SavingsBond", AssetKind.Bond), ("IndividualDevelopmentAccount", AssetKind.Savings), ("ProceedsFromSaleOfNonRealEstateAsset", AssetKind.SaleProceeds),
            ("SaleOtherAssets", AssetKind.SaleProceeds), ("Annuity", AssetKind.Retirement),
        ]);

    /// <summary>HMDAPurchaserType.</summary>
    public static MismoWords<HmdaPurchaser> Purchaser { get; } = new(
        [
            ("NotApplicable", HmdaPurchaser.None), ("FannieMae", HmdaPurchaser.FannieMae), ("GinnieMae", HmdaPurchaser.GinnieMae), ("FreddieMac", HmdaPurchaser.FreddieMac), ("FarmerMac", HmdaPurchaser.FarmerMac),
            ("PrivateSecuritization", HmdaPurchaser.PrivateSecuritizer), ("CommercialOrSavingsBank", HmdaPurchaser.Bank), ("MortgageCompany", HmdaPurchaser.MortgageCompany), ("Other:LifeInsuranceCompany", HmdaPurchaser.LifeInsurer),
            ("AffiliateInstitution", HmdaPurchaser.Affiliate), ("Other", HmdaPurchaser.Other),
        ],
        [("FinancialInstitution", HmdaPurchaser.Bank)]);

    /// <summary>CreditScoreModelNameType.</summary>
    public static MismoWords<HmdaScoreModel> ScoreModel { get; } = new(
        [
            ("EquifaxBeacon5.0", HmdaScoreModel.EquifaxBeacon5), ("ExperianFairIsaac", HmdaScoreModel.ExperianFairIsaac), ("FICORiskScoreClassic04", HmdaScoreModel.FicoClassic04),
            ("FICORiskScoreClassic98", HmdaScoreModel.FicoClassic98), ("Other:VantageScore2.0", HmdaScoreModel.Vantage2), ("Other:VantageScore3.0", HmdaScoreModel.Vantage3),
            ("Other:FICOScore9", HmdaScoreModel.Fico9), ("Other:FICOScore8", HmdaScoreModel.Fico8), ("Other:FICOScore10", HmdaScoreModel.Fico10), ("Other:FICOScore10T", HmdaScoreModel.Fico10T),
            ("Other:VantageScore4.0", HmdaScoreModel.Vantage4), ("Other:MoreThanOneModel", HmdaScoreModel.Several), ("Other", HmdaScoreModel.Other),
        ],
        [("EquifaxVantageScore3.0", HmdaScoreModel.Vantage3), ("ExperianVantageScore3.0", HmdaScoreModel.Vantage3), ("TransUnionVantageScore3.0", HmdaScoreModel.Vantage3)]);

    /// <summary>What a part of the real-estate agents is called: the selling agent is the one who brings the buyer.</summary>
    public static MismoWords<LoanPartyRole> Agent { get; } = new([("Selling", LoanPartyRole.BuyersAgent), ("Listing", LoanPartyRole.ListingAgent)], []);

    /// <summary>PartyRoleType of parties that are neither borrowers nor agents.</summary>
    public static MismoWords<LoanPartyRole> Party { get; } = new([("TitleCompany", LoanPartyRole.TitleCompany), ("PropertySeller", LoanPartyRole.Seller)], []);

    /// <summary>Our marks in LiabilityDescription, where MISMO has no literal.</summary>
    public static IReadOnlyList<string> Marks { get; } = [StudentLoan, Significant, PaidByOthers];

    /// <summary>An instalment debt that is a student loan.</summary>
    public const string StudentLoan = "StudentLoan";

    /// <summary>A debt that counts although few payments are left.</summary>
    public const string Significant = "CountsWithFewPaymentsLeft";

    /// <summary>An excluded debt that somebody else has been paying.</summary>
    public const string PaidByOthers = "PaidByOthers";
}
