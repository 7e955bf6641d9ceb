using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.Credit.Queries;
using CrmStudio.App.Loans.Credit.UseCases;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Credit;

public sealed class CreditTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Assistants_see_when_and_why_but_no_score_and_viewers_see_nothing_of_credit()
    {
        var desk = await Desk.OpenAsync();
        await desk.PullAsync();
        var (assistant, viewer) = (await desk.Organization.MemberAsync(BuiltInRole.Assistant, teamId: desk.Team), await desk.Organization.MemberAsync(BuiltInRole.Viewer, teamId: desk.Team));

        Assert.False((await desk.ReadAsync(assistant)).Value!.SeesScores);
        Assert.Equal("Marisol Whitlock", Assert.Single((await desk.ReadAsync(assistant)).Value!.Borrowers[0].Pulls).AuthorizedBy);
        Assert.Equal(Refusal.NotAllowed, (await desk.ScoresAsync(assistant)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await desk.RunAsync<RecordCreditPull, Outcome<Changed>>(assistant, record => record.RunAsync(desk.Draft, Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await desk.ReadAsync(viewer)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await desk.ScoresAsync(viewer)).Refusal);
        Assert.Null((await desk.LoanAsync(viewer)).Credit);
        Assert.NotNull((await desk.LoanAsync(assistant)).Credit);
    }

    [Fact]
    public async Task Credit_of_another_officers_or_organizations_loan_is_not_found()
    {
        var desk = await Desk.OpenAsync();
        await desk.PullAsync();
        var stranger = await desk.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var other = await (await TestOrganization.CreateAsync(desk.Fixture)).MemberAsync(BuiltInRole.Admin);

        foreach (var member in (TestMember[])[stranger, other])
        {
            Assert.Equal(Refusal.NotFound, (await desk.ReadAsync(member)).Refusal);
            Assert.Equal(Refusal.NotFound, (await desk.ScoresAsync(member)).Refusal);
            Assert.Equal(Refusal.NotFound, (await desk.RunAsync<RecordCreditPull, Outcome<Changed>>(member, record => record.RunAsync(desk.Draft, Ct))).Refusal);
        }
    }

    [Fact]
    public async Task A_pull_without_purpose_or_word_is_refused_and_both_answers_are_kept()
    {
        var desk = await Desk.OpenAsync();
        Assert.Equal(CreditRefusals.PurposeNeeded, (await desk.PullAsync(desk.Draft with { Purpose = null })).Refusal);
        Assert.Equal("Evidence", (await desk.PullAsync(desk.Draft with { Authorization = desk.Draft.Authorization with { Evidence = null } })).Refusal?.Field);
        Assert.Empty((await desk.ReadAsync(desk.Officer)).Value!.Borrowers[0].Pulls);

        await desk.PullAsync();

        var kept = await desk.Organization.SaveAsync(unit => unit.Db.ComplianceEntries.Where(entry => entry.EntityId == desk.LoanId).OrderBy(entry => entry.At).ThenBy(entry => entry.Rule).Select(entry => new { entry.Rule, entry.Outcome }).ToListAsync(Ct));
        Assert.Equal([
            (RuleCodes.CreditPurpose, ComplianceOutcome.Blocked), (RuleCodes.CreditAuthorization, ComplianceOutcome.Blocked),
            (RuleCodes.CreditAuthorization, ComplianceOutcome.Passed), (RuleCodes.CreditPurpose, ComplianceOutcome.Passed)], kept.Select(entry => (entry.Rule, entry.Outcome)));
    }

    [Fact]
    public async Task Only_credit_of_borrowers_of_this_loan_is_pulled()
    {
        var desk = await Desk.OpenAsync();
        Assert.Equal(CreditRefusals.NotABorrower, (await desk.PullAsync(desk.Draft with { PartyId = desk.AgentParty })).Refusal);
        Assert.Equal(CreditRefusals.NotABorrower, (await desk.PullAsync(desk.Draft with { PartyId = Guid.CreateVersion7() })).Refusal);
    }

    [Fact]
    public async Task The_officers_reading_is_not_written_down_a_managers_is()
    {
        var desk = await Desk.OpenAsync();
        await desk.PullAsync();
        var manager = await desk.Organization.MemberAsync(BuiltInRole.Manager, "Nora", "Bell", desk.Team, leads: true);

        Assert.Equal(702, (await desk.ScoresAsync(desk.Officer)).Value!.OfLoan.Value);
        Assert.Empty(await desk.ReadingsAsync());

        Assert.Equal(702, (await desk.ScoresAsync(manager)).Value!.OfLoan.Value);
        await desk.ReadAsync(manager);   // without scores: nothing to write down
        var reading = Assert.Single(await desk.ReadingsAsync());
        Assert.Equal((manager.Id, desk.LoanId), (reading.MemberId, reading.EntityId));
        Assert.DoesNotContain("702", reading.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_stands_in_no_audit_entry_and_on_no_timeline()
    {
        var desk = await Desk.OpenAsync();
        await desk.PullAsync();
        var written = await desk.Organization.SaveAsync(unit => unit.Db.AuditEntries.Where(entry => entry.EntityType == "credit_scores").Select(entry => entry.After!).ToListAsync(Ct));

        Assert.Equal(3, written.Count);
        Assert.All(written, json => Assert.DoesNotContain("Score\"", json, StringComparison.Ordinal));
        Assert.All((await desk.LoanAsync(desk.Officer)).Timeline, line => Assert.DoesNotContain("702", line.Text ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_struck_or_ended_pull_counts_no_more_and_the_newest_that_stands_does()
    {
        var desk = await Desk.OpenAsync();
        await desk.PullAsync(desk.Draft with { PulledOn = Desk.Today.AddDays(-130), Authorization = desk.Draft.Authorization with { On = Desk.Today.AddDays(-131) }, Scores = [new(CreditBureau.Experian, 801)] });
        Assert.Null((await desk.ScoresAsync(desk.Officer)).Value!.OfLoan.Value);

        await desk.PullAsync(desk.Draft with { PulledOn = Desk.Today.AddDays(-3), Authorization = desk.Draft.Authorization with { On = Desk.Today.AddDays(-4) }, Scores = [new(CreditBureau.Experian, 640)] });
        await desk.PullAsync();
        Assert.Equal(702, (await desk.ScoresAsync(desk.Officer)).Value!.OfLoan.Value);

        var newest = (await desk.ReadAsync(desk.Officer)).Value!.Borrowers[0].Pulls[0];
        var struck = await desk.RunAsync<StrikeCreditPull, Outcome<Changed>>(desk.Officer, strike => strike.RunAsync(new(newest.Id, "Of another person"), Ct));
        Assert.Equal(640, (await desk.ScoresAsync(desk.Officer)).Value!.OfLoan.Value);
        Assert.Equal("Of another person", (await desk.ReadAsync(desk.Officer)).Value!.Borrowers[0].Pulls[0].StruckReason);

        Assert.True((await desk.RunAsync<UndoChange, Outcome<string>>(desk.Officer, undo => undo.RunAsync(new(struck.Value!.UndoId), Ct))).IsDone);
        Assert.Equal(702, (await desk.ScoresAsync(desk.Officer)).Value!.OfLoan.Value);
    }

    [Fact]
    public async Task The_loan_says_when_credit_ends_before_the_closing()
    {
        var desk = await Desk.OpenAsync();
        await desk.PullAsync();
        var end = Assert.Single((await desk.LoanAsync(desk.Officer)).Credit!);
        Assert.Equal((Desk.Today.AddDays(120), false), (end.ExpiresOn, end.IsBeforeClosing));

        await desk.Organization.SaveAsync(async unit =>
        {
            (await unit.Db.Loans.SingleAsync(loan => loan.Id == desk.LoanId, Ct)).CloseOn(Desk.Today.AddDays(121));
            return true;
        });
        Assert.True(Assert.Single((await desk.LoanAsync(desk.Officer)).Credit!).IsBeforeClosing);
    }

    [Fact]
    public async Task The_register_shows_its_score_to_the_officer_only_and_others_do_not_empty_it()
    {
        var desk = await Desk.OpenAsync();
        var manager = await desk.Organization.MemberAsync(BuiltInRole.Manager, "Nora", "Bell", desk.Team, leads: true);
        var terms = new HmdaTerms { TotalUnits = 1, CreditScore = 702, ScoreModel = HmdaScoreModel.EquifaxBeacon5 };
        Assert.True((await desk.RunAsync<SaveHmda, Outcome<Changed>>(desk.Officer, save => save.RunAsync(new(desk.LoanId, 0, terms), Ct))).IsDone);

        var hers = (await desk.RunAsync<HmdaQuery, Outcome<HmdaView>>(manager, query => query.ReadAsync(desk.LoanId, Ct))).Value!;
        Assert.Equal((null, true), (hers.Entry.Terms.CreditScore, hers.HidesScore));
        await desk.RunAsync<SaveHmda, Outcome<Changed>>(manager, save => save.RunAsync(new(desk.LoanId, hers.Version, hers.Entry.Terms with { TotalUnits = 2 }), Ct));

        Assert.Equal((702, 2), (await desk.RunAsync<HmdaQuery, Outcome<HmdaView>>(desk.Officer, query => query.ReadAsync(desk.LoanId, Ct))).Value!.Entry.Terms is var now ? (now.CreditScore, now.TotalUnits) : default);
    }

    private sealed class Desk
    {
        public required CrmFixture Fixture { get; init; }

        public required TestOrganization Organization { get; init; }

        public required TestMember Officer { get; init; }

        public required Guid Team { get; init; }

        public required Guid LoanId { get; init; }

        public required Guid AgentParty { get; init; }

        public required CreditPullDraft Draft { get; init; }

        public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date);

        public static async Task<Desk> OpenAsync()
        {
            var fixture = await CrmFixture.SharedAsync();
            var organization = await TestOrganization.CreateAsync(fixture, "Harborline Lending");
            var team = await organization.TeamAsync("Harbor Point");
            var officer = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team);
            Contact borrower = new("Marisol", "Whitlock"), agent = new("Carl", "Agent");
            await organization.SaveAsync(unit => unit.Db.Contacts.AddRange(borrower, agent));
            var (party, agentParty) = (Guid.Empty, Guid.Empty);
            var loan = await organization.LoanAsync(Milestone.Processing, officer, with: l =>
            {
                party = l.AddParty(borrower.Id, borrower.Name, LoanPartyRole.Borrower).Id;
                agentParty = l.AddParty(agent.Id, agent.Name, LoanPartyRole.BuyersAgent).Id;
            });
            var draft = new CreditPullDraft(
                loan, party, CreditInquiry.Hard, Today, "credit.purpose.credit-transaction", new("Marisol Whitlock", AuthorizationMethod.ElectronicSignature, Today.AddDays(-1), "Application, page 4"), CreditModel.FicoClassic,
                [new(CreditBureau.Equifax, 702), new(CreditBureau.Experian, 688), new(CreditBureau.TransUnion, 715)]);
            return new Desk { Fixture = fixture, Organization = organization, Officer = officer, Team = team, LoanId = loan, AgentParty = agentParty, Draft = draft };
        }

        public Task<Outcome<Changed>> PullAsync(CreditPullDraft? draft = null) => RunAsync<RecordCreditPull, Outcome<Changed>>(Officer, record => record.RunAsync(draft ?? Draft, Ct));

        public Task<Outcome<LoanCredit>> ReadAsync(TestMember by) => RunAsync<LoanCreditQuery, Outcome<LoanCredit>>(by, query => query.ReadAsync(LoanId, Ct));

        public Task<Outcome<LoanScores>> ScoresAsync(TestMember by) => RunAsync<CreditScoresQuery, Outcome<LoanScores>>(by, query => query.ReadAsync(LoanId, Ct));

        public async Task<LoanDetail> LoanAsync(TestMember by) => (await RunAsync<LoanDetailQuery, Outcome<LoanDetail>>(by, query => query.ReadAsync(LoanId, Ct))).Value!;

        public Task<List<AuditEntry>> ReadingsAsync() => Organization.SaveAsync(unit => unit.Db.AuditEntries.AsNoTracking().Where(entry => entry.Action == AuditAction.Read && entry.Verb == "loans.credit.scores").ToListAsync(Ct));

        public async Task<T> RunAsync<TVerb, T>(TestMember member, Func<TVerb, Task<T>> run)
            where TVerb : notnull
        {
            await using var scope = await Fixture.AsAsync(member);
            return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
        }
    }
}
