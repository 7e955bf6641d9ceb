using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Goals;

public sealed class LoanPaceTests
{
    private static readonly TimeZoneInfo newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_sees_no_amounts_sees_the_goal_in_loans_and_no_dollar_of_it()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        await GoalAsync(organization, Milestone.Application, ana, 4, 1_000_000m);
        await LoanAsync(organization, ana, 310_000m, (Milestone.Application, Now));

        var (hers, his) = (await PaceAsync(fixture, ana, Milestone.Application), await PaceAsync(fixture, ben, Milestone.Application));

        Assert.Equal((1, 310_000m, 4, 1_000_000m, 31), (hers.Loans, hers.Amount, hers.GoalLoans, hers.GoalAmount, hers.Percent));
        Assert.Equal((1, null, 4, null, 25), (his.Loans, his.Amount, his.GoalLoans, his.GoalAmount, his.Percent));
    }

    [Fact]
    public async Task A_goal_in_dollars_alone_is_no_goal_for_who_sees_no_amounts()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        await GoalAsync(organization, Milestone.Application, ana, null, 1_000_000m);
        await LoanAsync(organization, ana, 310_000m, (Milestone.Application, Now));

        Assert.Equal((null, null, null), (await PaceAsync(fixture, ben, Milestone.Application)) is var pace ? (pace.Percent, pace.GoalLoans, pace.GoalAmount) : default);
    }

    [Fact]
    public async Task An_officer_is_measured_by_the_own_goal_a_team_by_its_goals_added_up_and_the_organization_by_its_own()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois", branch);
        var far = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Tomas", "Lind");
        var ruth = await organization.MemberAsync(BuiltInRole.Manager, "Ruth", "Calloway", branch, leads: true);
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        await GoalAsync(organization, Milestone.Application, null, 100, null);
        foreach (var (officer, goal) in ((TestMember, int)[])[(ana, 10), (marc, 6), (far, 50)]) await GoalAsync(organization, Milestone.Application, officer, goal, null);
        foreach (var officer in new[] { ana, marc, far, far }) await LoanAsync(organization, officer, 310_000m, (Milestone.Application, Now));

        Assert.Equal((1, 1, 10, 1), Seen(await PaceAsync(fixture, ana, Milestone.Application)));
        Assert.Equal((2, 2, 16, 2), Seen(await PaceAsync(fixture, ruth, Milestone.Application)));
        Assert.Equal((4, 4, 100, 1), Seen(await PaceAsync(fixture, sam, Milestone.Application)));
        Assert.Equal((2, 2, 50, 1), Seen(await PaceAsync(fixture, sam, Milestone.Application, new LoanCondition(LoanField.Officer, LoanOperator.Is, far.Id.ToString()))));
        Assert.Equal((2, 2, 16, 2), Seen(await PaceAsync(fixture, sam, Milestone.Application, new LoanCondition(LoanField.Branch, LoanOperator.Is, branch.ToString()))));

        static (int, int, int?, int) Seen(LoanStagePace pace) => (pace.Weeks[^1], pace.Loans, pace.GoalLoans, pace.Goals);
    }

    [Fact]
    public async Task Processing_a_colleagues_loan_is_seen_in_the_history_and_does_not_count_towards_the_goal()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await GoalAsync(organization, Milestone.Application, ana, 10, null);
        await LoanAsync(organization, marc, 310_000m, (Milestone.Application, Now));
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.Loans.SingleAsync(Ct)).ProcessBy(ana.Id);
            return true;
        });

        Assert.Equal((1, 0, 0), await PaceAsync(fixture, ana, Milestone.Application) is var pace ? (pace.Weeks[^1], pace.Loans, pace.Percent) : default);
    }

    [Fact]
    public async Task Mine_is_measured_by_my_goal_and_filters_about_the_loans_change_neither_goal_nor_history()
    {
        var (fixture, organization) = await StartAsync();
        var walt = await organization.MemberAsync(BuiltInRole.Admin, "Walt", "Sorensen");
        var joy = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Joy", "Adeyemi");
        await GoalAsync(organization, Milestone.Application, null, 100, null);
        await GoalAsync(organization, Milestone.Application, walt, 5, null);
        foreach (var officer in new[] { walt, joy }) await LoanAsync(organization, officer, 310_000m, (Milestone.Application, Now));

        var mine = await PaceAsync(fixture, walt, LoanViews.BuiltIn.Single(view => view.Name == "Mine").View.Filter);
        Assert.Equal("Walt Sorensen", mine.Whose);
        Assert.Equal((1, 5), mine.Stages[await organization.StageAsync(Milestone.Application)] is var of ? (of.Loans, of.GoalLoans) : default);
        var narrowed = await PaceAsync(fixture, walt, Milestone.Application, new LoanCondition(LoanField.Purpose, LoanOperator.Is, nameof(LoanPurpose.Other)));
        Assert.Equal((2, 100), (narrowed.Loans, narrowed.GoalLoans));
        Assert.Null((await PaceAsync(fixture, walt, Milestone.Application, new LoanCondition(LoanField.Processor, LoanOperator.Is, joy.Id.ToString()), orNothing: true)).Percent);
    }

    [Fact]
    public async Task A_loan_counts_once_in_the_month_it_came_forward_and_not_when_it_came_back_was_reopened_or_imported()
    {
        var (fixture, organization) = await StartAsync();
        var sam = await organization.MemberAsync(BuiltInRole.Admin);
        await GoalAsync(organization, Milestone.Application, null, 100, null);
        await LoanAsync(organization, sam, 1m, (Milestone.Application, Now), (Milestone.Processing, Now));                                    // on, and still counted
        await LoanAsync(organization, sam, 2m, (Milestone.Lead, MonthStart.AddDays(-40)), (Milestone.Application, MonthStart.AddHours(-1)));   // last month
        await LoanAsync(organization, sam, 4m, (Milestone.Processing, MonthStart.AddDays(-40)), (Milestone.Application, Now));                // back
        await LoanAsync(organization, sam, 8m, (Milestone.Lead, MonthStart.AddDays(-40)), (Milestone.Application, Now), (Milestone.Contacted, Now), (Milestone.Application, Now));   // twice
        await organization.LoanAsync(Milestone.Application, sam, "Imported", 16m);
        await organization.LoanAsync(Milestone.Lead, sam, "From the web", 32m);

        var stages = (await PaceAsync(fixture, sam, LoanFilter.None)).Stages;

        var application = stages[await organization.StageAsync(Milestone.Application)];
        Assert.Equal((2, 9m), (application.Loans, application.Amount));
        Assert.Equal((1, 32m), stages[await organization.StageAsync(Milestone.Lead)] is var lead ? (lead.Loans, lead.Amount) : default);
    }

    [Fact]
    public async Task History_has_twelve_weeks_of_seven_days_and_the_last_one_ends_today()
    {
        var (fixture, organization) = await StartAsync();
        var sam = await organization.MemberAsync(BuiltInRole.Admin);
        var tomorrow = DayStart(Today.AddDays(1));
        foreach (var hoursAgo in new[] { 12, 7 * 24 - 2, 7 * 24 + 2, 12 * 7 * 24 - 2, 12 * 7 * 24 + 2 })
            await LoanAsync(organization, sam, 1m, (Milestone.Lead, tomorrow.AddDays(-120)), (Milestone.Application, tomorrow.AddHours(-hoursAgo)));

        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2], (await PaceAsync(fixture, sam, Milestone.Application)).Weeks);
    }

    [Fact]
    public async Task A_hundred_percent_means_reached()
    {
        var (fixture, organization) = await StartAsync();
        var sam = await organization.MemberAsync(BuiltInRole.Admin);
        await GoalAsync(organization, Milestone.Application, null, null, 1_000_000m);
        await LoanAsync(organization, sam, 999_999m, (Milestone.Application, Now));
        Assert.Equal(99, (await PaceAsync(fixture, sam, Milestone.Application)).Percent);

        await LoanAsync(organization, sam, 1m, (Milestone.Application, Now));
        Assert.Equal(100, (await PaceAsync(fixture, sam, Milestone.Application)).Percent);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow().AddSeconds(-1);

    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), newYork).Date);

    private static DateTimeOffset MonthStart => DayStart(Today.AddDays(1 - Today.Day));

    private static DateTimeOffset DayStart(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), newYork.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue))).ToUniversalTime();

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static Task GoalAsync(TestOrganization organization, Milestone milestone, TestMember? officer, int? loans, decimal? amount) => organization.SaveAsync(async unit =>
    {
        var goal = new StageGoal(await unit.Db.PipelineStages.Where(stage => stage.Milestone == milestone).Select(stage => stage.Id).SingleAsync(Ct), officer?.Id);
        Assert.True(goal.AskFor(loans, amount).IsDone);
        unit.Db.StageGoals.Add(goal);
        return true;
    });

    /// <summary>A loan its officer opened and moved.</summary>
    private static Task LoanAsync(TestOrganization organization, TestMember officer, decimal amount, params (Milestone To, DateTimeOffset At)[] moves) => organization.SaveAsync(async unit =>
    {
        var stages = await unit.Db.PipelineStages.ToDictionaryAsync(stage => stage.Milestone, Ct);
        var loan = Loan.Open($"G-{Guid.NewGuid():n}"[..12], "Marisol Whitlock", stages[moves[0].To], officer.Id, by: officer.Id, moves[0].At);
        loan.SetTerms(loan.Terms() with { Amount = amount, Purpose = LoanPurpose.Purchase, AppraisedValue = 1_000_000m });
        loan.LocateProperty("214 Alder Court", "Wells Harbor", "ME", "04090");
        for (var i = 1; i < moves.Length; i++)
            Assert.True(loan.AdvanceTo(stages[moves[i - 1].To], stages[moves[i].To], officer.Id, moves[i].At, DateOnly.FromDateTime(moves[i].At.Date), "Because").IsDone);
        unit.Db.Loans.Add(loan);
        return true;
    });

    private static async Task<LoanStagePace> PaceAsync(CrmFixture fixture, TestMember member, Milestone milestone, LoanCondition? condition = null, bool orNothing = false)
    {
        await using var scope = await fixture.AsAsync(member);
        var board = (await scope.ServiceProvider.GetRequiredService<LoanBoardQuery>().ReadAsync(new(condition is null ? LoanFilter.None : LoanFilter.Of(condition), WithPace: true), Ct)).Value!;
        var stage = board.Columns.Single(column => column.Milestone == milestone).Id;
        return orNothing ? board.Pace!.Stages.GetValueOrDefault(stage) ?? new LoanStagePace([], 0, null, null, null, 0) : board.Pace!.Stages[stage];
    }

    private static async Task<LoanPace> PaceAsync(CrmFixture fixture, TestMember member, LoanFilter filter)
    {
        await using var scope = await fixture.AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<LoanBoardQuery>().ReadAsync(new(filter, WithPace: true), Ct)).Value!.Pace!;
    }
}
