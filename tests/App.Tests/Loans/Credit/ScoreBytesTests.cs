using System.Text.RegularExpressions;
using CrmStudio.App.Loans;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;

namespace CrmStudio.App.Tests.Loans.Credit;

public sealed partial class ScoreBytesTests
{
    [Fact]
    public async Task No_page_of_a_loan_carries_a_score_to_an_assistant_or_a_viewer()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var organization = await TestOrganization.CreateAsync(fixture);
        await organization.MakeDemoAsync(fixture);   // signs in without a second factor
        var team = await organization.TeamAsync("Harbor Point");
        var officer = await Person.InAsync(organization, fixture, BuiltInRole.LoanOfficer, team);
        var loan = await LoanAsync(organization, officer.Member);

        Assert.NotEmpty(await ScoresAsync(app, officer, loan));   // the question finds scores where there are some
        foreach (var role in (BuiltInRole[])[BuiltInRole.Assistant, BuiltInRole.Viewer])
            Assert.Empty(await ScoresAsync(app, await Person.InAsync(organization, fixture, role, team), loan));
    }

    private static async Task<List<string>> ScoresAsync(AccessApp app, Person person, Guid loan)
    {
        using var browser = app.Browser();
        await browser.SignInAsync(person.Email, Person.Password);
        var found = new List<string>();
        foreach (var address in LoanTabs.All.Select(tab => LoanUrls.For(loan, tab.Key)).Concat([LoanUrls.For(loan), LoanUrls.Board, LoanUrls.GridPath, LoanUrls.Csv]))
        {
            using var answer = await browser.GetAsync(address);
            var bytes = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (address == LoanUrls.For(loan)) Assert.Contains("Quintessa Moreau", bytes, StringComparison.Ordinal);   // they do see the loan
            if (Score().IsMatch(Sealed().Replace(bytes, ""))) found.Add(address);
        }
        return found;
    }

    private static async Task<Guid> LoanAsync(TestOrganization organization, TestMember officer)
    {
        var borrower = new Contact("Quintessa", "Moreau");
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(borrower));
        var party = Guid.Empty;
        var loan = await organization.LoanAsync(Milestone.Processing, officer, "Quintessa Moreau", with: l => party = l.AddParty(borrower.Id, borrower.Name, LoanPartyRole.Borrower).Id);
        var day = new DateOnly(2026, 11, 1);
        await organization.SaveAsync(unit =>
        {
            unit.Db.CreditPulls.Add(CreditPull.Record(
                new(loan, party, CreditInquiry.Hard, day, "credit.purpose.credit-transaction", new("Quintessa Moreau", AuthorizationMethod.SignedPaper, day, "File cabinet"), CreditModel.FicoClassic,
                    [new(CreditBureau.Equifax, 613), new(CreditBureau.Experian, 747), new(CreditBureau.TransUnion, 689)]),
                new CreditRules(new RuleBook(RulePack.Shipped), day), day, officer.Id).Value!);
            var register = new HmdaRecord(loan);
            Assert.True(register.Set(new HmdaTerms { TotalUnits = 1, CreditScore = 689, ScoreModel = HmdaScoreModel.FicoClassic04 }).IsDone);
            unit.Db.HmdaRecords.Add(register);
        });
        return loan;
    }

    // What Blazor encrypts for itself is noise that can hold any three digits.
    [GeneratedRegex("<!--Blazor.*?-->", RegexOptions.Singleline)]
    private static partial Regex Sealed();

    // A number that stands by itself: ids and hashes hold any three digits.
    [GeneratedRegex(@"(?<![\w.,-])(613|747|689)(?![\w.,-])")]
    private static partial Regex Score();
}
