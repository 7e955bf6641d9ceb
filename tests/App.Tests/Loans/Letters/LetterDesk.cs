using CrmStudio.App.Loans.Letters.Queries;
using CrmStudio.App.Loans.Letters.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Letters;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Letters;

/// <summary>A lender with a letterhead, a licensed officer, and a loan with two borrowers.</summary>
internal sealed class LetterDesk
{
    private LetterDesk(CrmFixture fixture, TestOrganization organization, TestMember officer, Guid loanId) =>
        (Fixture, Organization, Officer, LoanId) = (fixture, organization, officer, loanId);

    public CrmFixture Fixture { get; }

    public TestOrganization Organization { get; }

    public TestMember Officer { get; }

    public Guid LoanId { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<LetterDesk> OpenAsync(string borrower = "Marisol Whitlock", bool hasLetterhead = true, bool isLicensed = true)
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture, "Harborline Lending");
        var team = await organization.TeamAsync("Harbor Point");
        var officer = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team);
        var names = borrower.Split(' ', 2);
        var (first, second) = (new Contact(names[0], names.ElementAtOrDefault(1) ?? ""), new Contact("Evan", "Whitlock"));
        await organization.SaveAsync(unit => unit.Db.Contacts.AddRange(first, second));
        var loan = await organization.LoanAsync(Milestone.PreApproval, officer, borrower, with: loan =>
        {
            loan.AddParty(first.Id, first.Name, LoanPartyRole.Borrower);
            loan.AddParty(second.Id, second.Name, LoanPartyRole.CoBorrower);
        });
        await organization.SaveAsync(async unit =>
        {
            if (hasLetterhead)
            {
                var head = new Letterhead(organization.Id);
                Assert.True(head.Write(new("Harborline Lending, LLC", "1482207", "14 Quay Street", "Portland, ME 04101", "(207) 555-0142", "harborline.example", "#0f6b4f", null)).IsDone);
                unit.Db.Letterheads.Add(head);
            }
            var member = await unit.Db.Members.SingleAsync(m => m.Id == officer.Id);
            if (isLicensed) member.NmlsId = "9942007";
            return true;
        });
        return new LetterDesk(fixture, organization, officer, loan);
    }

    public async Task<T> AsAsync<TVerb, T>(TestMember member, Func<TVerb, Task<T>> run)
        where TVerb : notnull
    {
        await using var scope = await Fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    public Task LimitAsync(decimal price = 512_000, decimal amount = 409_600, decimal ltv = 80) => AsAsync<SetLetterLimits, bool>(Officer, async set =>
    {
        var outcome = await set.RunAsync(new(LoanId, price, amount, ltv, "Conventional, 30 years fixed", Today.AddDays(90)), Ct);
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        return true;
    });

    public Task<Outcome<Issued>> IssueAsync(TestMember? by = null, decimal price = 500_000, decimal amount = 400_000, int days = 60, bool namesProperty = false) =>
        AsAsync<IssueLetter, Outcome<Issued>>(by ?? Officer, issue => issue.RunAsync(new(LoanId, new LetterTerms(price, amount, Today.AddDays(days), namesProperty)), Ct));

    public Task<Outcome<LetterFile>> FileAsync(TestMember by, Guid letterId) => AsAsync<LetterFileQuery, Outcome<LetterFile>>(by, query => query.ReadAsync(new(LoanId, letterId), Ct));

    public Task<Outcome<LoanLetters>> ReadAsync(TestMember by) => AsAsync<LoanLettersQuery, Outcome<LoanLetters>>(by, query => query.ReadAsync(LoanId, Ct));

    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date);
}
