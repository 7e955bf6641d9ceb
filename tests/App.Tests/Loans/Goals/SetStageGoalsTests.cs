using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Pipelines.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Goals;

public sealed class SetStageGoalsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_sets_no_goals_not_even_their_own()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);

        Assert.Equal(Refusal.NotAllowed, (await SetAsync(fixture, ana, ana.Id, await organization.StageAsync(Milestone.Application), 12, null)).Refusal);
    }

    [Fact]
    public async Task A_manager_sets_goals_of_the_team_and_neither_of_another_team_nor_of_the_organization()
    {
        var (fixture, organization) = await StartAsync();
        var (harbor, mill) = (await organization.TeamAsync("Harbor Point"), await organization.TeamAsync("Mill Street"));
        var ruth = await organization.MemberAsync(BuiltInRole.Manager, "Ruth", "Calloway", harbor, leads: true);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", harbor);
        var jonah = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Jonah", "Feld", mill);
        var stage = await organization.StageAsync(Milestone.Application);

        Assert.Equal(Refusal.NotAllowed, (await SetAsync(fixture, ruth, jonah.Id, stage, 12, null)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await SetAsync(fixture, ruth, null, stage, 12, null)).Refusal);
        Assert.Equal("Changed the monthly goals of Ana Reyes", (await SetAsync(fixture, ruth, ana.Id, stage, 12, 4_100_000m)).Value?.Summary);

        var read = await ReadAsync(fixture, ruth, null);
        Assert.Equal(["Ana Reyes"], read.Value!.People.Select(person => person.Name));
        Assert.False(read.Value.MayOrganization);
        Assert.Equal((12, 4_100_000m), (read.Value.Stages[4].Loans, read.Value.Stages[4].Amount));
        Assert.Equal(Refusal.NotFound, (await ReadAsync(fixture, ruth, jonah.Id)).Refusal);
    }

    [Fact]
    public async Task A_goal_of_another_organization_cannot_be_set()
    {
        var (fixture, organization) = await StartAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var (admin, stranger) = (await organization.MemberAsync(BuiltInRole.Admin), await other.MemberAsync(BuiltInRole.LoanOfficer));

        Assert.Equal(Refusal.NotFound, (await SetAsync(fixture, admin, null, await other.StageAsync(Milestone.Application), 12, null)).Refusal);
        Assert.Equal(Refusal.NotFound, (await SetAsync(fixture, admin, stranger.Id, await organization.StageAsync(Milestone.Application), 12, null)).Refusal);
    }

    [Theory]
    [InlineData(0, null, "A goal asks for 1 to 100,000 loans; leave it empty for none.")]
    [InlineData(null, -1, "A goal asks for more than $0; leave it empty for none.")]
    public async Task A_goal_of_nothing_is_refused_at_its_field(int? loans, int? amount, string why)
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var stage = await organization.StageAsync(Milestone.Application);

        var refusal = (await SetAsync(fixture, admin, null, stage, loans, amount)).Refusal;

        Assert.Equal(why, refusal?.Message);
        Assert.StartsWith($"{stage}.", refusal?.Field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goals_are_set_changed_emptied_and_taken_back_as_a_whole()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var stage = await organization.StageAsync(Milestone.Application);

        await SetAsync(fixture, admin, null, stage, 12, 4_000_000m);
        var changed = await SetAsync(fixture, admin, null, stage, null, 5_000_000m);
        Assert.Equal((null, 5_000_000m), Of(await GoalsAsync(organization)));

        await UndoAsync(fixture, admin, changed.Value!.UndoId);
        Assert.Equal((12, 4_000_000m), Of(await GoalsAsync(organization)));

        await SetAsync(fixture, admin, null, stage, null, null);
        Assert.Empty(await GoalsAsync(organization));
        Assert.Null((await SetAsync(fixture, admin, null, stage, null, null)).Value?.UndoId);

        static (int?, decimal?) Of(List<StageGoal> goals) => (Assert.Single(goals).Loans, goals[0].Amount);
    }

    [Fact]
    public async Task Who_sees_no_amounts_neither_reads_nor_changes_the_dollars_of_a_goal()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var clerk = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow");
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.Roles.Include(role => role.Grants).SingleAsync(role => role.BuiltIn == BuiltInRole.Assistant, Ct)).Grant(LoanPermissions.SetGoals, Scope.Organization);
            return true;
        });
        var stage = await organization.StageAsync(Milestone.Application);
        await SetAsync(fixture, admin, null, stage, 12, 4_000_000m);

        Assert.All((await ReadAsync(fixture, clerk, null)).Value!.Stages, line => Assert.Equal((null, null), (line.Amount, line.UsualAmount)));
        Assert.True((await SetAsync(fixture, clerk, null, stage, 14, null)).IsDone);
        Assert.Equal((14, 4_000_000m), (await GoalsAsync(organization)) is [var goal] ? (goal.Loans, goal.Amount) : default);
    }

    [Fact]
    public async Task The_goals_of_a_stage_go_with_it_and_come_back_with_it()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (pipeline, stage) = await organization.SaveAsync(async unit =>
        {
            var loans = await unit.Db.Pipelines.Include(one => one.Stages).SingleAsync(Ct);
            var added = loans.AddStage("Second look", Milestone.Processing, 70);
            unit.Db.Add(added);
            return (loans.Id, added.Id);
        });
        await SetAsync(fixture, admin, null, stage, 12, null);

        await using var scope = await fixture.AsAsync(admin);
        var removed = await scope.ServiceProvider.GetRequiredService<RemoveStage>().RunAsync(new(pipeline, stage), Ct);
        Assert.True(removed.IsDone, removed.Refusal?.Message);
        Assert.Empty(await GoalsAsync(organization));

        Assert.Equal("Removed the stage Second look", (await UndoAsync(fixture, admin, removed.Value.UndoId)).Value);
        Assert.Equal(stage, Assert.Single(await GoalsAsync(organization)).StageId);
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<Outcome<Changed>> SetAsync(CrmFixture fixture, TestMember member, Guid? of, Guid stage, int? loans, decimal? amount)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<SetStageGoals>().RunAsync(new(of, [new(stage, loans, amount)]), Ct);
    }

    private static async Task<Outcome<StageGoals>> ReadAsync(CrmFixture fixture, TestMember member, Guid? of)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<StageGoalsQuery>().ReadAsync(new(of), Ct);
    }

    private static async Task<Outcome<string>> UndoAsync(CrmFixture fixture, TestMember member, Guid? undoId)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(undoId), Ct);
    }

    private static Task<List<StageGoal>> GoalsAsync(TestOrganization organization) => organization.SaveAsync(unit => unit.Db.StageGoals.AsNoTracking().ToListAsync(Ct));
}
