using CrmStudio.App.Leads;
using CrmStudio.App.Leads.Scoring.Queries;
using CrmStudio.App.Leads.Scoring.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Leads.Scoring;

public sealed class ScoringTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_does_not_judge_scores_neither_sees_how_they_predict_nor_has_them_learned()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        await using var scope = await fixture.AsAsync(ana);

        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<ScoreQualityQuery>().ReadAsync(Ct)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<RescoreLeads>().RunAsync(new(IsNightly: false), Ct)).Refusal);
    }

    [Fact]
    public async Task The_score_of_a_colleagues_lead_is_not_found()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var lead = await ReceiveAsync(organization, "Dorian", LeadSources.Web, ana);
        await using var scope = await fixture.AsAsync(marc);

        Assert.Equal(Refusal.NotFound, (await scope.ServiceProvider.GetRequiredService<LeadScoreQuery>().ReadAsync(lead, Ct)).Refusal);
    }

    [Fact]
    public async Task A_lead_has_its_score_and_reasons_in_the_save_it_came_with()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var lead = await ReceiveAsync(organization, "Dorian", LeadSources.Referral, ana);

        var score = await ScoreAsync(fixture, ana, lead);
        Assert.Equal(score.Rating!.Score, score.Rating.Reasons.Sum(reason => reason.Points));
        Assert.Contains(score.Rating.Reasons, reason => reason is { Words: "Came by Referral", Points: > 0 });
        Assert.Equal(0, score.LearnedFrom);
        Assert.Equal(score.Rating.Score, await organization.SaveAsync(unit => unit.Db.Leads.Where(l => l.Id == lead).Select(l => l.Score).SingleAsync()));
    }

    [Fact]
    public async Task Somebody_who_is_not_to_be_called_is_not_scored()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var lead = await ReceiveAsync(organization, "Dorian", LeadSources.Referral, ana);
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.Contacts.SingleAsync()).DoNotCall(unit.At);
            return true;
        });

        await RescoreAsync(fixture, organization);

        var score = await ScoreAsync(fixture, ana, lead);
        Assert.True(score is { Rating: null, IsBarred: true });
        Assert.Null(await organization.SaveAsync(unit => unit.Db.Leads.Select(l => l.Score).SingleAsync()));
    }

    [Fact]
    public async Task Silence_is_counted_and_what_did_not_change_is_not_written_again()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var lead = await ReceiveAsync(organization, "Dorian", LeadSources.Referral, ana);
        var before = (await ScoreAsync(fixture, ana, lead)).Rating!.Score;
        await organization.SaveAsync(async unit =>
        {
            await unit.Db.Leads.ExecuteUpdateAsync(set => set.SetProperty(l => l.LastInquiryAt, unit.At.AddDays(-20)));
            return true;
        });

        Assert.Equal(1, await RescoreAsync(fixture, organization));
        Assert.Equal(0, await RescoreAsync(fixture, organization));

        var after = await ScoreAsync(fixture, ana, lead);
        Assert.True(after.Rating!.Score < before);
        Assert.Contains(after.Rating.Reasons, reason => reason.Words == "20 days without a word");
        Assert.Equal([before, after.Rating.Score], after.History.Select(point => point.Value));
    }

    [Fact]
    public async Task Two_hundred_closed_leads_teach_the_organization_its_own_weights()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var loan = await organization.LoanAsync();
        await organization.SaveAsync(unit =>
        {
            for (var i = 0; i < ScoreFit.Fewest; i++)
            {
                var person = new Contact($"Past{i}", "Lead");
                var lead = Lead.Receive(person, new LeadOrigin(i % 2 == 0 ? LeadSources.Event : LeadSources.Web), new LeadWish(), null, unit.At.AddDays(-30)).Value!;
                // In this town open houses bring loans: four of five, of the website one of ten.
                var isLoan = i % 2 == 0 ? i % 10 != 0 : i % 20 == 1;
                var ended = isLoan ? lead.Convert(loan, Guid.Empty, unit.At) : lead.End(LeadStatus.Lost, "Went elsewhere", Guid.Empty, unit.At);
                Assert.True(ended.IsDone);
                unit.Db.AddRange(person, lead);
            }
        });
        var fromOpenHouse = await ReceiveAsync(organization, "Dorian", LeadSources.Event, admin);
        var byPrior = (await ScoreAsync(fixture, admin, fromOpenHouse)).Rating!.Score;

        await RescoreAsync(fixture, organization);

        var learned = await ScoreAsync(fixture, admin, fromOpenHouse);
        Assert.Equal(ScoreFit.Fewest, learned.LearnedFrom);
        Assert.True(learned.Rating!.Score > byPrior + 10, $"{learned.Rating.Score} after {byPrior}");
        await using var scope = await fixture.AsAsync(admin);
        var quality = (await scope.ServiceProvider.GetRequiredService<ScoreQualityQuery>().ReadAsync(Ct)).Value!;
        Assert.Equal((ScoreFit.Fewest, 90), (quality.LearnedFrom, quality.Loans));
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static Task<Guid> ReceiveAsync(TestOrganization organization, string name, string source, TestMember assignee) => organization.SaveAsync(async unit =>
    {
        var received = await unit.ReceiveAsync(new Inquiry(name, "Achebe", $"{Guid.NewGuid():n}@example.com", "207-555-0142"), new LeadOrigin(source), new LeadWish(LeadInterest.Purchase), null, CancellationToken.None);
        Assert.True(received.Value!.Lead.AssignTo(assignee.Id, unit.At).IsDone);
        return received.Value.Lead.Id;
    });

    private static async Task<LeadScore> ScoreAsync(CrmFixture fixture, TestMember member, Guid lead)
    {
        await using var scope = await fixture.AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<LeadScoreQuery>().ReadAsync(lead, Ct)).Value!;
    }

    private static async Task<int> RescoreAsync(CrmFixture fixture, TestOrganization organization)
    {
        await using var scope = fixture.AsSystem(organization);
        return (await scope.ServiceProvider.GetRequiredService<RescoreLeads>().RunAsync(new(IsNightly: false), Ct)).Value;
    }
}
