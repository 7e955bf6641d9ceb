using System.Text.Json;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Testing.Mismo;

namespace CrmStudio.Infrastructure.Tests.Loans.Mismo;

/// <summary>What goes out comes back: every fact the writer did not put on its loss report.</summary>
public sealed class MismoRoundTripTests
{
    public static TheoryData<string> Samples => [.. MismoSamples.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_application_that_was_read_goes_out_and_comes_back_as_it_was(string name)
    {
        var read = MismoFiles.Read(MismoSamples.Text(name)).Application;
        var (bytes, losses) = MismoFiles.Write(read);

        Assert.Equal(Normal(read, losses), Normal(MismoFiles.Read(bytes).Value!.Application));
        Assert.Equal(bytes, MismoFiles.Write(read).Bytes);
    }

    [Fact]
    public void Two_thousand_invented_loans_go_out_and_come_back_and_lose_only_what_the_report_says()
    {
        var dice = new Random(20261121);
        for (var round = 0; round < 2_000; round++)
        {
            var made = Application(dice);
            var (bytes, losses) = MismoFiles.Write(made);
            var read = MismoFiles.Read(bytes);

            Assert.True(read.IsDone, $"Round {round}: {read.Refusal}");
            Assert.Equal(Normal(made, losses), Normal(read.Value.Application));
            Assert.DoesNotContain(read.Value.Losses, loss => loss.Kind == MismoLossKind.Changed && loss.Path is not "LOANS/LOAN/HOUSING_EXPENSES/HOUSING_EXPENSE/HousingExpensePaymentAmount");
            foreach (var piece in made.Pieces().Where(piece => piece != ApplicationPiece.SocialSecurityNumber)) Assert.Contains(piece, read.Value.Application.Pieces());
        }
    }

    [Fact]
    public void What_the_file_cannot_say_is_on_the_report_of_what_goes_out()
    {
        var person = new MismoPerson(MismoPerson.KeyOf(1), LoanPartyRole.Borrower, "Ada", "Whit\u0001lock", null, null);
        var referrer = new MismoPerson(MismoPerson.KeyOf(2), LoanPartyRole.Referrer, "Rex", "Falk", null, null);
        var made = MismoApplication.Empty with
        {
            People = [person, referrer],
            Sheet = MismoApplication.Empty.Sheet with
            {
                Costs = new(PrepaidFinanceCharges: 1200, AllFeesEntered: true), Housing = new(PresentHousing: 900),
                Incomes = [new(Guid.NewGuid(), person.Key, IncomeKind.Retirement, "Pine State", 1)],
                Liabilities = [new(Guid.NewGuid(), null, LiabilityKind.Alimony, "Jo", 10, 20, 3, LiabilityTreatment.ReducesIncome)],
            },
            Hmda = new() { IncomeThousands = 84 },
        };
        var lost = MismoFiles.Write(made).Losses.Select(loss => loss.Path).ToList();

        Assert.Equal(
            ["Alimony: balance", "Alimony: how it counts", "HMDA income", "LastName", "Prepaid finance charges", "Present housing", "Referrer", "Retirement income: who pays it"],
            lost.Order(StringComparer.Ordinal));
    }

    // ---- Comparing ----

    /// <summary>An application as text, without what the two sides name differently and, for what goes out, without what its report gives up.</summary>
    private static string Normal(MismoApplication application, IReadOnlyList<MismoLoss>? given = null)
    {
        var sheet = application.Sheet;
        var borrowers = application.People.Where(person => person.IsBorrower).ToList();
        var isLost = (string path) => given?.Any(loss => loss.Path == path) is true;
        var incomes = borrowers.Count == 0 ? [] : sheet.Incomes.Select(line => $"{Whose(line.PartyId ?? borrowers[0].Key)} {line.Kind} {(isLost($"{line.Kind} income: who pays it") ? null : line.From)} {line.Monthly:0.00}");
        var debts = sheet.Liabilities.Select(line => $"{Whose(line.PartyId)} {line.Kind} {line.Creditor} {(isLost($"{line.Kind}: balance") ? null : line.Balance):0.00} {line.Monthly:0.00} {line.MonthsLeft} {(isLost($"{line.Kind}: how it counts") ? LiabilityTreatment.Counts : line.Treatment)}");
        var assets = sheet.Assets.Select(line => $"{Whose(line.PartyId)} {line.Kind} {line.Held} {line.Amount:0.00} {line.IsVerified}");
        return JsonSerializer.Serialize(new
        {
            application.Number, application.ApplicationOn, application.ClosingOn, application.Address, application.City, application.State, application.Zip,
            Terms = Text(sheet.Terms), Housing = Text(sheet.Housing with { PresentHousing = isLost("Present housing") ? null : sheet.Housing.PresentHousing }),
            Costs = Text(sheet.Costs with { PrepaidFinanceCharges = null, AllFeesEntered = false }),
            Hmda = Text(application.Hmda with { IncomeThousands = null, ScoreModel = application.Hmda.CreditScore is null ? HmdaScoreModel.None : application.Hmda.ScoreModel }),
            Incomes = incomes.Order(StringComparer.Ordinal), Debts = debts.Order(StringComparer.Ordinal), Assets = assets.Order(StringComparer.Ordinal),
            People = application.People.Where(person => !isLost($"{person.Role}")).Select(person => $"{person.Role} {person.FirstName}|{person.LastName}|{person.Email}|{(person.Phone is null ? null : PhoneNumber.Digits(person.Phone))}"),
        });

        // With one borrower, theirs and everybody's is the same.
        string Whose(Guid? key) => borrowers.Count < 2 ? "one" : key is null ? "all" : $"{borrowers.FindIndex(person => person.Key == key)}";
    }

    // Numbers by their value: 6.5 and 6.50 are one rate.
    private static string Text<T>(T facts) => string.Join(';', typeof(T).GetProperties().Select(fact => fact.GetValue(facts)).Select(value => value is decimal number ? $"{number:0.####}" : $"{value}"));

    // ---- Inventing ----

    private static MismoApplication Application(Random dice)
    {
        var borrowers = dice.Next(1, 5);
        var people = Enumerable.Range(1, borrowers).Select(place => Person(dice, place, place == 1 ? LoanPartyRole.Borrower : LoanPartyRole.CoBorrower)).ToList();
        foreach (var role in (LoanPartyRole[])[LoanPartyRole.BuyersAgent, LoanPartyRole.ListingAgent, LoanPartyRole.TitleCompany, LoanPartyRole.Seller, LoanPartyRole.Referrer])
            if (dice.Next(3) == 0) people.Add(Person(dice, people.Count + 1, role));
        var terms = new LoanTerms(
            Sum(dice, 1), Sum(dice, 1), Sum(dice, 1), Sum(dice, 0), Any<LoanPurpose>(dice), Any<Occupancy>(dice), Any<MortgageType>(dice), Maybe(dice, "Conv 30"),
            dice.Next(4) == 0 ? null : dice.Next(1, 601), dice.Next(4) == 0 ? null : dice.Next(0, 250_001) / 10_000m);
        var score = dice.Next(2) == 0 ? (int?)null : dice.Next(300, 851);
        return MismoApplication.Empty with
        {
            Number = Maybe(dice, $"L-{dice.Next(10_000)}"), ApplicationOn = Day(dice), ClosingOn = Day(dice), People = people,
            Address = Maybe(dice, Name(dice)), City = Maybe(dice, Name(dice)), State = Maybe(dice, "ME"), Zip = dice.Next(3) switch { 0 => null, 1 => "04090", _ => "04090-1234" },
            Sheet = new(
                terms, new(Sum(dice), Sum(dice), Sum(dice), Sum(dice), Sum(dice), Sum(dice), Sum(dice), Sum(dice), Sum(dice), Sum(dice)),
                new(Sum(dice), Sum(dice), dice.Next(2) == 0 ? Sum(dice) : -Sum(dice), Sum(dice), Day(dice)),
                [.. Rows(dice).Select(_ => new IncomeLine(Guid.NewGuid(), Whose(), One<IncomeKind>(dice), Maybe(dice, Name(dice)), Sum(dice)))],
                [.. Rows(dice).Select(_ => Debt(dice, Whose()))],
                [.. Rows(dice).Select(_ => new AssetLine(Guid.NewGuid(), Whose(), One<AssetKind>(dice), Maybe(dice, Name(dice)), Sum(dice), dice.Next(2) == 0))]),
            Hmda = new()
            {
                Uli = Maybe(dice, "549300WTERSPRINGXX0126050119"), IsPreapproval = Flip(dice), IsManufactured = Flip(dice), TotalUnits = dice.Next(2) == 0 ? null : dice.Next(1, 9), County = Maybe(dice, "23031"), CensusTract = Maybe(dice, "23031034000"),
                IncomeThousands = dice.Next(2) == 0 ? null : 84, Purchaser = One<HmdaPurchaser>(dice), RateSpread = dice.Next(2) == 0 ? null : dice.Next(-250_000, 250_001) / 10_000m, IsHighCost = dice.Next(3) switch { 0 => null, 1 => true, _ => false },
                IsSubordinateLien = Flip(dice), CreditScore = score, ScoreModel = One<HmdaScoreModel>(dice), DebtToIncome = dice.Next(2) == 0 ? null : dice.Next(0, 9_990_001) / 10_000m,
                IntroductoryMonths = dice.Next(2) == 0 ? null : dice.Next(1, 601), PrepaymentPenaltyMonths = dice.Next(2) == 0 ? null : dice.Next(1, 601), HasBalloon = Flip(dice), HasInterestOnly = Flip(dice), HasNegativeAmortization = Flip(dice),
                CameDirectly = Flip(dice), IsInitiallyPayable = Flip(dice), NmlsrId = Maybe(dice, "9942007"), IsReverse = Flip(dice), IsOpenEnd = Flip(dice), IsBusinessPurpose = Flip(dice),
            },
        };

        Guid? Whose() => dice.Next(3) == 0 ? null : people[dice.Next(borrowers)].Key;
    }

    private static LiabilityLine Debt(Random dice, Guid? whose)
    {
        var kind = One<LiabilityKind>(dice);
        var treatment = One<LiabilityTreatment>(dice);
        if (treatment == LiabilityTreatment.ReducesIncome && kind is not (LiabilityKind.Alimony or LiabilityKind.SeparateMaintenance)) treatment = LiabilityTreatment.Counts;
        return new(Guid.NewGuid(), whose, kind, Maybe(dice, Name(dice)), Sum(dice), Sum(dice), dice.Next(2) == 0 ? null : dice.Next(0, 601), treatment);
    }

    private static MismoPerson Person(Random dice, int place, LoanPartyRole role) => new(
        MismoPerson.KeyOf(place), role, role is LoanPartyRole.TitleCompany ? "" : Name(dice), Name(dice), Maybe(dice, $"p{place}.{dice.Next(1000)}@example.com"), Maybe(dice, $"(207) 555-0{dice.Next(100, 200)}"));

    private static string Name(Random dice) => ((string[])["Ada", "O'Brien & Sons", "Zoë <b>", "李 小龍", "Müller-Lüdenscheidt", "\"Quoted\"", "a]]>b", "𝒜 𝒵", "x–y", "1"])[dice.Next(10)];

    private static IEnumerable<int> Rows(Random dice) => Enumerable.Range(0, dice.Next(0, 7));

    private static decimal? Sum(Random dice, int least = 0) => dice.Next(4) switch { 0 => null, 1 => least, 2 => 100_000_000m, _ => least + dice.Next(0, 99_000_000) / 100m };

    private static string? Maybe(Random dice, string text) => dice.Next(3) == 0 ? null : text;

    private static bool Flip(Random dice) => dice.Next(2) == 0;

    private static DateOnly? Day(Random dice) => dice.Next(3) == 0 ? null : new DateOnly(2020, 1, 1).AddDays(dice.Next(7_000));

    private static T? Any<T>(Random dice)
        where T : struct, Enum => dice.Next(4) == 0 ? null : One<T>(dice);

    private static T One<T>(Random dice)
        where T : struct, Enum => Enum.GetValues<T>() is var all ? all[dice.Next(all.Length)] : default;
}
