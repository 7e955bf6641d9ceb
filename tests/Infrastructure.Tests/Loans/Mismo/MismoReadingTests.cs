using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Testing.Mismo;

namespace CrmStudio.Infrastructure.Tests.Loans.Mismo;

public sealed class MismoReadingTests
{
    public static TheoryData<string> Samples => [.. MismoSamples.Names];

    [Fact]
    public void There_are_applications_of_every_kind() => Assert.InRange(MismoSamples.Names.Count, 12, 100);

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_application_is_read_with_its_borrower_amount_and_property_and_nothing_private(string name)
    {
        var text = MismoSamples.Text(name);
        var (application, losses) = MismoFiles.Read(text);

        Assert.Equal(LoanPartyRole.Borrower, application.People[0].Role);
        Assert.NotNull(application.Sheet.Terms.Amount);
        Assert.NotNull(application.Address);
        Assert.True(application.HasTaxpayerId);
        Assert.Equal(Enum.GetValues<ApplicationPiece>(), application.Pieces().Order());
        Assert.Contains(losses, loss => loss is { Kind: MismoLossKind.Removed, Sample: null } && loss.Path.EndsWith("TaxpayerIdentifierValue", StringComparison.Ordinal));
        Assert.DoesNotContain(losses, loss => loss.Sample is { } said && said.StartsWith("9001", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_copy_that_is_kept_says_the_same_and_holds_no_number_birthday_or_answer_about_the_applicant(string name)
    {
        var text = MismoSamples.Text(name);
        var copy = MismoFiles.Copy(text);

        Assert.DoesNotContain("<TaxpayerIdentifierValue>9", copy, StringComparison.Ordinal);
        foreach (var part in (string[])["BorrowerBirthDate", "HMDARaceType", "HMDAEthnicityType", "MaritalStatusType", "AccountIdentifier"])
            Assert.DoesNotMatch($"<(ULAD:)?\\w*{part}>(?!removed)", copy);
        var (first, again) = (MismoFiles.Read(text), MismoFiles.Read(copy));
        Assert.Equal(Said(first.Application), Said(again.Application));
        Assert.Equal(first.Losses.Select(loss => loss with { Line = 0 }).OrderBy(loss => loss.ToString()), again.Losses.Select(loss => loss with { Line = 0 }).OrderBy(loss => loss.ToString()));
    }

    [Fact]
    public void A_purchase_is_read_fact_by_fact()
    {
        var (application, losses) = MismoFiles.Read(MismoSamples.Text("purchase-conventional"));

        Assert.Equal(new LoanTerms(409_600, 512_000, 515_000, null, LoanPurpose.Purchase, Occupancy.PrimaryResidence, MortgageType.Conventional, "Conv 30", 360, 6.375m), application.Sheet.Terms);
        Assert.Equal(("26-0501", new DateOnly(2026, 11, 16), new DateOnly(2027, 1, 8)), (application.Number!, application.ApplicationOn!.Value, application.ClosingOn!.Value));
        Assert.Equal(("214 Alder Court", "Wells Harbor", "ME", "04090"), (application.Address, application.City, application.State, application.Zip));
        Assert.Equal(("23031", "23031034000", 1), (application.Hmda.County, application.Hmda.CensusTract, application.Hmda.TotalUnits));
        Assert.True(Domain.Compliance.CheckDigits.IsUli(application.Hmda.Uli));
        Assert.Equal([(IncomeKind.Base, "Harbor Point Clinic", 8400m), (IncomeKind.Overtime, "Harbor Point Clinic", 620.25m), (IncomeKind.Bonus, "Harbor Point Clinic", 400m)], application.Sheet.Incomes.Select(line => (line.Kind, line.From!, line.Monthly!.Value)));
        Assert.Equal([(LiabilityKind.Revolving, "Tidewater Card", 2140.11m, 65m, null), (LiabilityKind.Installment, "Granite Auto Finance", 11200m, 318.5m, (int?)36)], application.Sheet.Liabilities.Select(line => (line.Kind, line.Creditor!, line.Balance!.Value, line.Monthly!.Value, line.MonthsLeft)));
        Assert.Equal((512m, 128.4m, 112_300m), (application.Sheet.Housing.Taxes!.Value, application.Sheet.Housing.Hazard!.Value, application.Sheet.Costs.CashToClose!.Value));
        Assert.Equal(("Marisol", "Whitlock", "marisol.whitlock@example.com", "(207) 555-0142"), (application.People[0].FirstName, application.People[0].LastName, application.People[0].Email, application.People[0].Phone));
        Assert.Contains(losses, loss => loss is { Kind: MismoLossKind.NotTaken, Sample: "5000.00" } && loss.Path.EndsWith("PURCHASE_CREDIT/PurchaseCreditAmount", StringComparison.Ordinal));
        Assert.Contains(losses, loss => loss is { Kind: MismoLossKind.NotTaken, Sample: "J" } && loss.Path.EndsWith("NAME/MiddleName", StringComparison.Ordinal));
    }

    [Fact]
    public void Purposes_types_and_terms_are_read_as_they_are_meant()
    {
        Assert.Equal((LoanPurpose.RefinanceNoCashOut, LiabilityTreatment.PaidAtClosing), (Terms("refinance-rate-term").Purpose!.Value, Read("refinance-rate-term").Sheet.Liabilities[0].Treatment));
        Assert.Equal((LoanPurpose.RefinanceCashOut, -54_210.66m, 36), (Terms("refinance-cash-out").Purpose!.Value, Read("refinance-cash-out").Sheet.Costs.CashToClose!.Value, Read("refinance-cash-out").Hmda.PrepaymentPenaltyMonths));
        Assert.Equal((LoanPurpose.RefinanceLimitedCashOut, 30_000m, 240), (Terms("refinance-limited-cash-out").Purpose!.Value, Terms("refinance-limited-cash-out").SecondaryFinancing!.Value, Terms("refinance-limited-cash-out").TermMonths!.Value));
        Assert.Equal((MortgageType.Va, 7_955m), (Terms("va-purchase").MortgageType!.Value, Read("va-purchase").Sheet.Costs.FinancedInsurance!.Value));
        Assert.Equal((MortgageType.Fha, 129.87m), (Terms("fha-purchase").MortgageType!.Value, Read("fha-purchase").Sheet.Housing.MortgageInsurance!.Value));
        Assert.Equal(MortgageType.Usda, Terms("usda-purchase").MortgageType);
        Assert.Equal((60, 74m), (Read("arm-conventional").Hmda.IntroductoryMonths!.Value, Read("arm-conventional").Sheet.Housing.Flood!.Value));
        Assert.Equal((LoanPurpose.ConstructionToPermanent, 620_000m), (Terms("construction-to-permanent").Purpose!.Value, Terms("construction-to-permanent").AppraisedValue!.Value));
        Assert.Equal((Occupancy.SecondHome, 2610.2m), (Terms("second-home").Occupancy!.Value, Read("second-home").Sheet.Housing.PresentHousing!.Value));
        Assert.Equal((Occupancy.Investment, 4300m, 1975m), (Terms("investment-rental").Occupancy!.Value, Read("investment-rental").Sheet.Housing.Rent!.Value, Read("investment-rental").Sheet.Housing.PresentHousing!.Value));
    }

    [Fact]
    public void What_belongs_to_one_borrower_is_theirs_and_what_belongs_to_both_is_both()
    {
        var read = Read("two-borrowers");
        var (jon, amara) = (read.People[0], read.People[1]);

        Assert.Equal([LoanPartyRole.Borrower, LoanPartyRole.CoBorrower, LoanPartyRole.BuyersAgent, LoanPartyRole.ListingAgent, LoanPartyRole.TitleCompany, LoanPartyRole.Seller], read.People.Select(person => person.Role));
        Assert.Equal([(Guid?)null, amara.Key, null], read.Sheet.Assets.Select(line => line.PartyId));
        Assert.Equal([jon.Key, (Guid?)null, amara.Key], read.Sheet.Liabilities.Select(line => line.PartyId));
        Assert.Equal([(jon.Key, "Falmouth Schools"), (amara.Key, "Dirigo Health"), (amara.Key, "Dirigo Health")], read.Sheet.Incomes.Select(line => (line.PartyId!.Value, line.From!)));
    }

    [Fact]
    public void Other_houses_bring_rent_or_cost_it()
    {
        var sheet = Read("investment-rental").Sheet;

        Assert.Contains(sheet.Incomes, line => line is { Kind: IncomeKind.NetRental, From: "3 Pleasant Avenue", Monthly: 412.35m });
        Assert.Contains(sheet.Liabilities, line => line is { Kind: LiabilityKind.NetRentalLoss, Creditor: "70 Ocean Street", Monthly: 188.4m });
    }

    [Fact]
    public void The_income_of_an_own_business_stands_with_the_business_and_a_debt_is_never_left_out_unasked()
    {
        var (application, losses) = MismoFiles.Read(MismoSamples.Text("self-employed"));

        Assert.Contains(application.Sheet.Incomes, line => line is { Kind: IncomeKind.SelfEmployed, From: "Fournier Bakery", Monthly: 8120.75m });
        Assert.DoesNotContain(application.Sheet.Incomes, line => line.From == "Rockport Inn");
        Assert.Equal(LiabilityTreatment.Counts, application.Sheet.Liabilities.Single().Treatment);
        Assert.Contains(losses, loss => loss.Kind == MismoLossKind.NotTaken && loss.Path.EndsWith("LiabilityExclusionIndicator", StringComparison.Ordinal) && loss.Why!.Contains("counts", StringComparison.Ordinal));
        Assert.Contains(losses, loss => loss is { Kind: MismoLossKind.Changed, Sample: "Royalties", Why: "is taken as other income" });
    }

    [Fact]
    public void Gifts_and_grants_are_assets_and_what_says_less_here_is_told()
    {
        var (application, losses) = MismoFiles.Read(MismoSamples.Text("gift-assets"));

        Assert.Equal([AssetKind.GiftOfEquity, AssetKind.Gift, AssetKind.Gift, AssetKind.Other], application.Sheet.Assets.Select(line => line.Kind));
        Assert.Equal([IncomeKind.Base, IncomeKind.Other, IncomeKind.Support], application.Sheet.Incomes.Select(line => line.Kind));
        Assert.Contains(losses, loss => loss is { Kind: MismoLossKind.Changed, Sample: "Grant" });
        Assert.Contains(losses, loss => loss is { Kind: MismoLossKind.Changed, Sample: "Alimony" });
        Assert.Contains(losses, loss => loss is { Kind: MismoLossKind.NotTaken, Sample: "OtherNonLiquidAsset" });
    }

    [Fact]
    public void The_home_a_borrower_leaves_weighs_on_nothing()
    {
        var text = MismoSamples.Text("second-home").Replace("<PropertyUsageType>SecondHome", "<PropertyUsageType>PrimaryResidence", StringComparison.Ordinal);
        var (application, losses) = MismoFiles.Read(text);

        Assert.Null(application.Sheet.Housing.PresentHousing);
        Assert.Contains(losses, loss => loss is { Sample: "2610.20", Why: "the borrower moves out of that home" });
    }

    [Fact]
    public void A_number_that_reads_like_a_social_security_number_is_taken_out_wherever_it_stands()
    {
        var text = MismoSamples.Text("purchase-conventional").Replace("Harbor Point Clinic", "Clinic 900-12-1234", StringComparison.Ordinal);

        Assert.DoesNotContain("900-12-1234", MismoFiles.Copy(text), StringComparison.Ordinal);
        Assert.All(MismoFiles.Read(text).Application.Sheet.Incomes, line => Assert.Null(line.From));
    }

    [Theory]
    [InlineData("ISO-8859-1"), InlineData("UTF-8"), InlineData("UTF-16")]
    public void Letters_beyond_English_come_through_in_every_encoding_that_is_taken(string name)
    {
        var encoding = System.Text.Encoding.GetEncoding(name);
        var text = MismoSamples.Text("purchase-conventional").Replace("UTF-8", name, StringComparison.Ordinal).Replace("Marisol", "Müriél", StringComparison.Ordinal);
        var read = MismoFiles.Read([.. name == "UTF-16" ? encoding.Preamble.ToArray() : [], .. encoding.GetBytes(text)]);

        Assert.Equal("Müriél", read.Value?.Application.People[0].FirstName);
    }

    private static MismoApplication Read(string name) => MismoFiles.Read(MismoSamples.Text(name)).Application;

    private static LoanTerms Terms(string name) => Read(name).Sheet.Terms;

    private static string Said(MismoApplication application) => System.Text.Json.JsonSerializer.Serialize(application);
}
