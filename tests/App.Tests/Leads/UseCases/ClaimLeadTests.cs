using CrmStudio.App.Leads.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Leads.UseCases;

public sealed class ClaimLeadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_claims_nothing()
    {
        var (fixture, organization) = await StartAsync();
        var lead = await organization.LeadAsync(pond: await organization.PondAsync());

        Assert.Equal(Refusal.NotAllowed, (await ClaimAsync(fixture, await organization.MemberAsync(BuiltInRole.Viewer), lead)).Refusal);
    }

    [Fact]
    public async Task A_lead_of_another_officer_that_was_never_in_a_pond_is_not_found_and_names_nobody()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));

        Assert.Equal(Refusal.NotFound, (await ClaimAsync(fixture, marc, await organization.LeadAsync(of: ana))).Refusal);
    }

    [Fact]
    public async Task A_lead_in_the_pond_of_another_team_is_not_found()
    {
        var (fixture, organization) = await StartAsync();
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var lead = await organization.LeadAsync(pond: await organization.PondAsync("North", await organization.TeamAsync("North")));

        Assert.Equal(Refusal.NotFound, (await ClaimAsync(fixture, marc, lead)).Refusal);
    }

    [Fact]
    public async Task A_claim_takes_the_lead_out_of_its_pond_says_how_it_came_and_is_undone()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var pond = await organization.PondAsync();
        var id = await organization.LeadAsync(pond: pond);

        var claimed = await ClaimAsync(fixture, ana, id);

        Assert.Equal("Claimed Dorian Achebe", claimed.Value?.Summary);
        var lead = await organization.ReadLeadAsync(id);
        Assert.Equal((ana.Id, (Guid?)null), (lead.AssigneeId, lead.PondId));
        var passed = await organization.SaveAsync(unit => unit.Db.LeadAssignments.Where(one => one.LeadId == id).OrderBy(one => one.At).ToListAsync(Ct));
        Assert.Equal((AssignmentKind.Claimed, ana.Id), (passed[^1].Kind, passed[^1].MemberId));

        Assert.True((await fixture.UndoAsync(ana, claimed.Value!.UndoId)).IsDone);
        Assert.Equal((null, pond), ((await organization.ReadLeadAsync(id)).AssigneeId, (await organization.ReadLeadAsync(id)).PondId));
    }

    [Fact]
    public async Task Of_two_who_claim_at_once_one_wins_and_the_other_is_told_who()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));
        var pond = await organization.PondAsync();

        for (var round = 0; round < 8; round++)
        {
            var id = await organization.LeadAsync(pond: pond, name: $"Dorian Achebe{round}");
            var outcomes = await Task.WhenAll(ClaimAsync(fixture, ana, id), ClaimAsync(fixture, marc, id));

            var lead = await organization.ReadLeadAsync(id);
            var winner = lead.AssigneeId == ana.Id ? "Ana Reyes" : "Marc Dubois";
            Assert.Single(outcomes, outcome => outcome.IsDone);
            Assert.Equal($"{winner} claimed this lead first.", outcomes.Single(outcome => !outcome.IsDone).Refusal!.Message);
        }
    }

    [Fact]
    public async Task Who_clicks_a_moment_later_is_told_who_was_faster_though_the_lead_left_their_sight()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));
        var id = await organization.LeadAsync(pond: await organization.PondAsync());
        await ClaimAsync(fixture, ana, id);

        Assert.Equal(LeadRefusals.TakenBy("Ana Reyes"), (await ClaimAsync(fixture, marc, id)).Refusal);
        Assert.Equal(LeadRefusals.YoursAlready, (await ClaimAsync(fixture, ana, id)).Refusal);
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static Task<Outcome<Changed>> ClaimAsync(CrmFixture fixture, TestMember member, Guid lead) => fixture.RunAsync<ClaimLead, Outcome<Changed>>(member, claim => claim.RunAsync(new(lead), Ct));
}
