using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>The loan, its property and its monthly costs.</summary>
public sealed partial class MismoReading
{
    private const string Closing = "CLOSING_INFORMATION/CLOSING_INFORMATION_DETAIL", Urla = "DOCUMENT_SPECIFIC_DATA_SETS/DOCUMENT_SPECIFIC_DATA_SET/URLA/URLA_DETAIL";
    private const string Related = "RelatedLoan";

    private MismoElement? SubjectLoan()
    {
        var loans = Each(deal, "LOANS/LOAN").ToList();
        if (loans.Find(loan => loan.Said("LoanRoleType") == "SubjectLoan") is { } subject) return subject;
        if (loans.Find(loan => loan.Said("LoanRoleType") is not (Related or "HistoricalLoan")) is not { } first) return null;
        losses.Add(MismoLossKind.Changed, first.Path, null, "does not say that it is the subject loan, and is taken as it", first.Line);
        return first;
    }

    private (LoanTerms Terms, HmdaTerms Hmda) Loan(MismoElement? loan)
    {
        var lien = Leaf(loan, "TERMS_OF_LOAN/LienPriorityType");
        bool? isSecond = lien?.Text switch { "FirstLien" => false, "SecondLien" => true, _ => null };
        if (lien is not null) lien.IsTaken = isSecond is not null;

        var terms = new LoanTerms(
            Say("amount", Sum(loan, "TERMS_OF_LOAN/BaseLoanAmount") ?? Sum(loan, "TERMS_OF_LOAN/NoteAmount") ?? Sum(loan, $"{Urla}/BorrowerRequestedLoanAmount")), null, null, Say("secondary", Secondary(loan)),
            Say("purpose", Purpose(loan)), null, Say("type", Word(loan, "TERMS_OF_LOAN/MortgageType", MismoTypes.Mortgage)), Say("product", Name(loan, "LOAN_PRODUCT/LOAN_PRODUCT_DETAIL/ProductDescription", 100) ?? Name(loan, "LOAN_PRODUCT/LOAN_PRODUCT_DETAIL/ProductName", 100)),
            Say("term", Months(loan, "MATURITY/MATURITY_RULE/LoanMaturityPeriod") ?? Months(loan, "AMORTIZATION/AMORTIZATION_RULE/LoanAmortizationPeriod")), Say("rate", Percent(loan, "TERMS_OF_LOAN/NoteRatePercent", 0, Loans.Loan.RateLimit)));
        // An amortization as long as the loan says nothing new.
        if (Months(loan, "AMORTIZATION/AMORTIZATION_RULE/LoanAmortizationPeriod", onlyWhen: terms.TermMonths) is null && Leaf(loan, "AMORTIZATION/AMORTIZATION_RULE/LoanAmortizationPeriodCount") is { } longer) longer.Untaken ??= "differs from the term of the loan";

        const string detail = "LOAN_DETAIL", register = "HMDA_LOAN/HMDA_LOAN_DETAIL", score = "LOAN_LEVEL_CREDIT/LOAN_LEVEL_CREDIT_DETAIL";
        var usual = new HmdaTerms();
        var value = Say("score", Count(loan, $"{score}/LoanLevelCreditScoreValue", 0, 999));
        return (terms, usual with
        {
            Uli = Say("uli", Identifier(loan, "UniversalLoan", Compliance.CheckDigits.UliMaxLength)),
            IsSubordinateLien = Say("lien", isSecond) ?? false,
            HasBalloon = Say("balloon", Indicator(loan, $"{detail}/BalloonIndicator")) ?? false,
            HasInterestOnly = Say("interest-only", Indicator(loan, $"{detail}/InterestOnlyIndicator")) ?? false,
            HasNegativeAmortization = Say("negative-amortization", Indicator(loan, $"{detail}/NegativeAmortizationIndicator")) ?? false,
            IsOpenEnd = Say("open-end", Indicator(loan, $"{detail}/OpenEndCreditIndicator")) ?? false,
            IsReverse = Say("reverse", Indicator(loan, $"{detail}/ReverseMortgageIndicator")) ?? false,
            IsHighCost = Say("high-cost", Indicator(loan, $"{register}/HMDA_HOEPALoanStatusIndicator")),
            IsBusinessPurpose = Say("business", Indicator(loan, $"{register}/HMDABusinessPurposeIndicator")) ?? false,
            CameDirectly = Say("direct", Either(loan, $"{register}/HMDAApplicationSubmissionType", "SubmittedDirectly", "NotSubmittedDirectly")) ?? true,
            IsInitiallyPayable = Say("payable", Either(loan, $"{register}/HMDACoveredLoanInitiallyPayableToReportingInstitutionStatusType", "InitiallyPayable", "NotInitiallyPayable")) ?? true,
            IsPreapproval = Say("preapproval", Either(loan, $"{register}/HMDAPreapprovalType", "PreapprovalWasRequested", "PreapprovalWasNotRequested")) ?? false,
            Purchaser = Say("purchaser", Word(loan, $"{register}/HMDAPurchaserType", MismoTypes.Purchaser)) ?? HmdaPurchaser.None,
            RateSpread = Say("spread", Percent(loan, $"{register}/HMDARateSpreadPercent", -25, 25)),
            DebtToIncome = Say("dti", Percent(loan, "QUALIFICATION/TotalDebtExpenseRatioPercent", 0, 999)),
            IntroductoryMonths = Say("introductory", Introductory(loan)),
            PrepaymentPenaltyMonths = Say("penalty", Penalty(loan)),
            CreditScore = value,
            ScoreModel = (value is null ? null : Word(loan, $"{score}/CreditScoreModelNameType", MismoTypes.ScoreModel)) ?? HmdaScoreModel.None,
            NmlsrId = Say("nmlsr", Originator()),
        });
    }

    private HmdaTerms Place(MismoElement? property, HmdaTerms hmda) => hmda with
    {
        TotalUnits = Say("units", Count(property, "PROPERTY_DETAIL/FinancedUnitCount", 1, 10_000)),
        IsManufactured = Say("manufactured", Either(property, "PROPERTY_DETAIL/ConstructionMethodType", "Manufactured", "SiteBuilt")) ?? false,
        County = Say("county", County(property)),
        CensusTract = Say("tract", Name(property, "LOCATION_IDENTIFIER/CENSUS_INFORMATION/CensusTractIdentifier", 11)),
    };

    private LoanPurpose? Purpose(MismoElement? loan)
    {
        var type = Leaf(loan, "TERMS_OF_LOAN/LoanPurposeType");
        if (Word(loan, "CONSTRUCTION/ConstructionLoanType", MismoTypes.Construction) is { } building)
        {
            Each(loan, "LOAN_DETAIL/ConstructionLoanIndicator").ToList().ForEach(said => said.IsTaken = said.Text is "true" or "1");
            if (type is { Text: "Purchase" }) type.IsTaken = true;
            return building;
        }
        if (Leaf(loan, "LOAN_DETAIL/ConstructionLoanIndicator") is { Text: "false" or "0" } no) no.IsTaken = true;
        if (type?.Text != "Refinance") return Word(loan, "TERMS_OF_LOAN/LoanPurposeType", MismoTypes.Purpose);

        type.IsTaken = true;
        if (Word(loan, "REFINANCE/RefinanceCashOutDeterminationType", MismoTypes.Refinance) is { } refinance) return refinance;
        Changed(type, "does not say whether cash is taken out, and is taken as no cash out");
        return LoanPurpose.RefinanceNoCashOut;
    }

    private decimal? Sum(MismoElement? from, string path)
    {
        if (Leaf(from, path) is not { } leaf || Amount(from, path) is not { } amount) return null;
        if (amount >= 1) return amount;
        leaf.IsTaken = false;
        return Not<decimal>(leaf, "is less than $1");
    }

    private decimal? Secondary(MismoElement? loan)
    {
        if (Amount(loan, "LOAN_DETAIL/TotalSubordinateFinancingAmount") is { } total) return total;
        decimal? sum = null;
        foreach (var other in Each(deal, "LOANS/LOAN").Where(other => other != loan && other.Said("LoanRoleType") == Related))
        {
            if (Leaf(other, "TERMS_OF_LOAN/LienPriorityType") is not { Text: "SecondLien" or "ThirdLien" or "FourthLien" } lien) continue;
            if ((Amount(other, "TERMS_OF_LOAN/NoteAmount") ?? Amount(other, "TERMS_OF_LOAN/BaseLoanAmount")) is not { } amount) continue;
            lien.IsTaken = true;
            sum = (sum ?? 0) + amount;
        }
        return sum;
    }

    private int? Months(MismoElement? from, string path, int? onlyWhen = null)
    {
        var (count, type) = (Leaf(from, $"{path}Count"), Leaf(from, $"{path}Type"));
        var per = type?.Text switch { null or "Month" => 1, "Year" => 12, _ => 0 };
        if (count is null) return null;
        if (per == 0) return Not<int>(count, "is not counted in months or years");
        if (!int.TryParse(count.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number < 1 || number > Loans.Loan.TermLimit / per) return Not<int>(count, "does not lie between 1 and 600 months");
        if (onlyWhen is { } wanted && number * per != wanted) return null;
        count.IsTaken = true;
        if (type is not null) type.IsTaken = true;
        return number * per;
    }

    private static bool? Either(MismoElement? from, string path, string yes, string no)
    {
        if (Leaf(from, path) is not { } leaf || (leaf.Text != yes && leaf.Text != no)) return null;
        leaf.IsTaken = true;
        return leaf.Text == yes;
    }

    /// <summary>Months until the first rate change; a fixed rate has none, and that is known then.</summary>
    private int? Introductory(MismoElement? loan)
    {
        var type = Leaf(loan, "AMORTIZATION/AMORTIZATION_RULE/AmortizationType");
        if (type is { Text: "Fixed" or "AdjustableRate" }) type.IsTaken = true;
        else if (type is not null) type.Untaken = "is not known here";
        if (type?.Text == "Fixed") says.Add("introductory");
        const string rule = "ADJUSTMENT/INTEREST_RATE_ADJUSTMENT";
        return Count(loan, $"{rule}/INTEREST_RATE_LIFETIME_ADJUSTMENT_RULE/FirstRateChangeMonthsCount", 1, 600)
            ?? Count(loan, $"{rule}/INTEREST_RATE_PER_CHANGE_ADJUSTMENT_RULES/INTEREST_RATE_PER_CHANGE_ADJUSTMENT_RULE/PerChangeRateAdjustmentEffectiveMonthsCount", 1, 600)
            ?? Count(loan, "LOAN_DETAIL/InitialFixedPeriodEffectiveMonthsCount", 1, 600);
    }

    private int? Penalty(MismoElement? loan)
    {
        var months = Count(loan, "PREPAYMENT_PENALTY/PREPAYMENT_PENALTY_LIFETIME_RULE/PrepaymentPenaltyExpirationMonthsCount", 1, 600);
        if (Leaf(loan, "LOAN_DETAIL/PrepaymentPenaltyIndicator") is not { } said) return months;
        var isSaid = said.Text is "true" or "1";
        if (!isSaid) says.Add("penalty");
        said.IsTaken = isSaid == months is not null;
        if (!said.IsTaken) said.Untaken = "does not fit the months of a penalty";
        return months;
    }

    private string? Identifier(MismoElement? loan, string type, int most = Loans.Loan.NumberMaxLength)
    {
        foreach (var identifier in Each(loan, "LOAN_IDENTIFIERS/LOAN_IDENTIFIER"))
        {
            if (Leaf(identifier, "LoanIdentifierType") is not { } kind || kind.Text != type) continue;
            kind.IsTaken = true;
            return Name(identifier, "LoanIdentifier", most);
        }
        return null;
    }

    private decimal? Value(MismoElement? property)
    {
        if (Sum(property, "PROPERTY_VALUATIONS/PROPERTY_VALUATION/PROPERTY_VALUATION_DETAIL/PropertyValuationAmount") is { } appraised) return appraised;
        var leaf = Leaf(property, "PROPERTY_DETAIL/PropertyEstimatedValueAmount");
        if (Sum(property, "PROPERTY_DETAIL/PropertyEstimatedValueAmount") is not { } estimated) return null;
        Changed(leaf!, "is an estimate, and stands where the appraised value will");
        return estimated;
    }

    private static string? State(MismoElement? property)
    {
        if (Leaf(property, "ADDRESS/StateCode") is not { } leaf) return null;
        leaf.IsTaken = leaf.Text.Length == 2 && leaf.Text.All(char.IsAsciiLetter);
        if (!leaf.IsTaken) leaf.Untaken = "is no two-letter state";
        return leaf.IsTaken ? leaf.Text.ToUpperInvariant() : null;
    }

    private string? Zip(MismoElement? property)
    {
        foreach (var country in Each(property, "ADDRESS/CountryCode").Where(country => country.Text is "US" or "USA")) country.IsTaken = true;
        return Name(property, "ADDRESS/PostalCode", 20) is not { } zip ? null : zip.Length == 9 && zip.All(char.IsAsciiDigit) ? $"{zip[..5]}-{zip[5..]}" : zip;
    }

    private static string? County(MismoElement? property)
    {
        const string place = "LOCATION_IDENTIFIER/FIPS_INFORMATION";
        if (Leaf(property, $"{place}/FIPSCountyCode") is not { Text.Length: <= 5 } county) return null;
        county.IsTaken = true;
        if (county.Text.Length != 3 || Leaf(property, $"{place}/FIPSStateNumericCode") is not { Text.Length: 2 } state) return county.Text;
        state.IsTaken = true;
        return state.Text + county.Text;
    }

    private HousingCosts Housing(MismoElement? loan, MismoElement? property, LoanTerms terms)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var expenses = Each(loan, "HOUSING_EXPENSES/HOUSING_EXPENSE").Concat(Each(deal, "PARTIES/PARTY/ROLES/ROLE/BORROWER/HOUSING_EXPENSES/HOUSING_EXPENSE"));
        foreach (var expense in expenses)
        {
            var (timing, type) = (Leaf(expense, "HousingExpenseTimingType"), Leaf(expense, "HousingExpenseType"));
            if (timing is { Text: "Present" })
            {
                if (terms.Occupancy is not (Loans.Occupancy.SecondHome or Loans.Occupancy.Investment)) Each(expense, "HousingExpensePaymentAmount").ToList().ForEach(amount => amount.Untaken = "the borrower moves out of that home");
                else if (Add("present", expense)) Take(timing, type);
                continue;
            }
            if (type?.Text == "FirstMortgagePrincipalAndInterest") Compare(expense, terms);
            else if (Slot(type?.Text) is { } slot && Add(slot, expense) && type!.Text == "LeaseholdPayments") Changed(type, "is taken as ground rent");
            else if (Slot(type?.Text) is null) continue;
            Take(timing, type);
        }
        foreach (var slot in sums.Keys) says.Add($"housing-{slot}");
        return new(
            Of("taxes"), Of("hazard"), Of("flood"), Of("insurance"), Of("association"), Of("ground"), Of("subordinate"), Of("other"), Of("present"),
            Say("rent", Amount(property, "PROPERTY_DETAIL/RentalEstimatedGrossMonthlyRentAmount")));

        decimal? Of(string slot) => sums.TryGetValue(slot, out var sum) ? sum : null;

        bool Add(string slot, MismoElement expense)
        {
            if (Amount(expense, "HousingExpensePaymentAmount") is not { } amount) return false;
            sums[slot] = sums.GetValueOrDefault(slot) + amount;
            return true;
        }

        static void Take(MismoElement? timing, MismoElement? type)
        {
            if (timing is not null) timing.IsTaken = true;
            if (type is not null) type.IsTaken = true;
        }
    }

    private static string? Slot(string? type) => type switch
    {
        "RealEstateTax" => "taxes",
        "HomeownersInsurance" => "hazard",
        "SupplementalPropertyInsurance" or "FloodInsurance" => "flood",
        "MIPremium" => "insurance",
        "HomeownersAssociationDuesAndCondominiumFees" => "association",
        "GroundRent" or "LeaseholdPayments" => "ground",
        "OtherMortgageLoanPrincipalAndInterest" => "subordinate",
        "Other" => "other",
        _ => null,
    };

    // Principal and interest follow from amount, rate and term; a file that says something else is told of.
    private void Compare(MismoElement expense, LoanTerms terms)
    {
        var leaf = Leaf(expense, "HousingExpensePaymentAmount");
        if (Amount(expense, "HousingExpensePaymentAmount") is not { } said) return;
        decimal? computed = terms is { Amount: { } amount, NoteRate: { } rate, TermMonths: { } months } ? Payment.PrincipalAndInterest(amount, rate, months) : null;
        if (computed == said) return;
        Changed(leaf!, computed is null ? "is computed here once amount, rate and term are known" : FormattableString.Invariant($"is computed here: {computed:0.00}"));
    }

    private ClosingFacts Costs(MismoElement? loan)
    {
        var cash = Amount(loan, $"{Closing}/CashFromBorrowerAtClosingAmount", mayBeNegative: true);
        if (cash is null && Amount(loan, $"{Closing}/CashToBorrowerAtClosingAmount", mayBeNegative: true) is { } back) cash = -back;
        decimal? limit = null;
        foreach (var other in Each(deal, "LOANS/LOAN").Where(other => other != loan && other.Said("LoanRoleType") == Related))
            limit ??= Amount(other, "HELOC/HELOC_RULE/HELOCMaximumBalanceAmount") ?? Amount(other, "HELOC/HELOC_OCCURRENCES/HELOC_OCCURRENCE/CurrentHELOCMaximumBalanceAmount");
        return new(
            Say("financed", Amount(loan, $"{Urla}/MIAndFundingFeeFinancedAmount") ?? Amount(loan, "MI_DATA/MI_DATA_DETAIL/MIPremiumFinancedAmount")), null, Say("cash", cash),
            Say("credit-line", limit), Say("first-payment", Date(loan, "PAYMENT/PAYMENT_RULE/ScheduledFirstPaymentDate")));
    }
}
