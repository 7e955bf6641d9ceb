using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.UseCases;

public sealed class AdvanceLoansTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_moves_none()
    {
        var (fixture, organization) = await StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        var loan = await organization.LoanAsync(officer: viewer);

        Assert.Equal(Refusal.NotAllowed, (await MoveAsync(fixture, viewer, await organization.StageAsync(Milestone.Contacted), null, loan)).Refusal);
    }

    [Fact]
    public async Task Loans_of_others_and_of_another_organization_stay_and_are_not_named()
    {
        var (fixture, organization) = await StartAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        Guid[] loans = [await organization.LoanAsync(officer: ana, borrower: "Hers"), await organization.LoanAsync(officer: marc, borrower: "His"), await other.LoanAsync(borrower: "Foreign")];

        var moved = (await MoveAsync(fixture, ana, await organization.StageAsync(Milestone.Contacted), null, loans)).Value!;

        Assert.Equal(1, moved.Count);
        Assert.Equal(loans[1..].Order(), moved.Left.Select(left => left.LoanId).Order());
        Assert.All(moved.Left, left => Assert.Equal(("A loan", Refusal.NotFound.Message), (left.Borrower, left.Why)));
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.LoanStageVisits.CountAsync(visit => visit.FromStageId != null, Ct)));
    }

    [Fact]
    public async Task Those_that_may_not_move_stay_each_with_its_reason_and_one_undo_takes_the_others_back()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var clear = await organization.StageAsync(Milestone.ClearToClose);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date);
        Guid[] loans =
        [
            await organization.LoanAsync(Milestone.ConditionalApproval, ana, "Ada", with: loan => loan.Lock(today, today.AddDays(30))),
            await organization.LoanAsync(Milestone.Submittal, ana, "Bob", with: loan => loan.Lock(today, today.AddDays(30))),
            await organization.LoanAsync(Milestone.ConditionalApproval, ana, "Cid"),
            await organization.LoanAsync(Milestone.ClearToClose, ana, "Dora"),
        ];

        var moved = (await MoveAsync(fixture, ana, clear, null, loans)).Value!;

        Assert.Equal((2, "Moved 2 loans to Clear to close"), (moved.Count, moved.Changed?.Summary));
        Assert.Equal([("Cid", "Clear to close needs a rate lock first."), ("Dora", "Is in Clear to close already.")], moved.Left.Select(left => (left.Borrower, left.Why)));
        Assert.Equal(3, await InStageAsync(organization, clear));

        await using var scope = await fixture.AsAsync(ana);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(moved.Changed!.UndoId), Ct)).IsDone);
        Assert.Equal(1, await InStageAsync(organization, clear));
    }

    [Fact]
    public async Task A_stage_that_asks_for_settled_conditions_asks_every_one_of_several_loans()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var processing = await organization.StageAsync(Milestone.Processing);
        Guid[] loans = [await organization.LoanAsync(Milestone.Application, ana, "Ada"), await organization.LoanAsync(Milestone.Application, ana, "Bob")];
        await organization.SaveAsync(async unit =>
        {
            var stage = await unit.Db.PipelineStages.SingleAsync(one => one.Id == processing, Ct);
            Assert.True(stage.Edit(stage.Name, stage.Probability, stage.RotsAfterDays, ["conditions-docs"]).IsDone);
            unit.Db.LoanConditions.Add(LoanCondition.Open(loans[0], 1, ConditionCategory.PriorToDocs, "Final title", null, ana.Id, unit.At).Value!);
            return true;
        });

        var moved = (await MoveAsync(fixture, ana, processing, null, loans)).Value!;

        Assert.Equal(1, moved.Count);
        var left = Assert.Single(moved.Left);
        Assert.Equal("Ada", left.Borrower);
        Assert.Contains("conditions cleared", left.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_moves_until_a_reason_is_given_for_those_that_go_back_and_only_their_history_keeps_it()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var processing = await organization.StageAsync(Milestone.Processing);
        Guid[] loans = [await organization.LoanAsync(Milestone.Application, ana, "Forward"), await organization.LoanAsync(Milestone.Submittal, ana, "Back")];

        Assert.Equal("loans.reason-needed", (await MoveAsync(fixture, ana, processing, null, loans)).Refusal?.Code);
        Assert.Equal(0, await InStageAsync(organization, processing));

        Assert.Equal(2, (await MoveAsync(fixture, ana, processing, "Income of the wrong year", loans)).Value!.Count);
        var reasons = await organization.SaveAsync(unit => unit.Db.LoanStageVisits.Where(visit => visit.StageId == processing).ToDictionaryAsync(visit => visit.LoanId, visit => visit.Reason, Ct));
        Assert.Equal((null, "Income of the wrong year"), (reasons[loans[0]], reasons[loans[1]]));
    }

    [Fact]
    public async Task More_than_a_move_takes_is_refused_as_a_whole()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);

        Assert.Equal("loans.too-many-at-once", (await MoveAsync(fixture, ana, await organization.StageAsync(Milestone.Contacted), null, [.. Enumerable.Range(0, AdvanceLoans.Limit + 1).Select(_ => Guid.NewGuid())])).Refusal?.Code);
    }

    [Fact]
    public async Task Several_loans_end_together_and_come_back_together()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        Guid[] loans = [await organization.LoanAsync(officer: ana, borrower: "Ada"), await organization.LoanAsync(officer: ana, borrower: "Bob"), await organization.LoanAsync(officer: marc, borrower: "His")];
        var (withdrawn, lost) = await organization.SaveAsync(async unit => (
            await unit.Db.PipelineEndings.Where(ending => ending.Kind == EndingKind.Withdrawn).Select(ending => ending.Id).FirstAsync(Ct),
            await unit.Db.PipelineEndings.Where(ending => ending.Name == "Lost: rate").Select(ending => ending.Id).FirstAsync(Ct)));
        await using var scope = await fixture.AsAsync(ana);
        var end = scope.ServiceProvider.GetRequiredService<EndLoans>();

        var unexplained = (await end.RunAsync(new(loans, withdrawn, null), Ct)).Value!;
        Assert.Equal((0, null), (unexplained.Count, unexplained.Changed));
        Assert.Equal(["“Withdrawn” needs a reason.", "“Withdrawn” needs a reason.", Refusal.NotFound.Message], unexplained.Left.Select(left => left.Why).OrderBy(why => why == Refusal.NotFound.Message));

        var ended = (await end.RunAsync(new(loans, lost, null), Ct)).Value!;
        Assert.Equal("Ended 2 loans: Lost: rate", ended.Changed?.Summary);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(ended.Changed!.UndoId), Ct)).IsDone);
        Assert.Equal(3, await organization.SaveAsync(unit => unit.Db.Loans.CountAsync(loan => loan.EndedAt == null, Ct)));
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<Outcome<LoansMoved>> MoveAsync(CrmFixture fixture, TestMember member, Guid stage, string? reason, params Guid[] loans)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<AdvanceLoans>().RunAsync(new(loans, stage, reason), Ct);
    }

    private static Task<int> InStageAsync(TestOrganization organization, Guid stage) => organization.SaveAsync(unit => unit.Db.Loans.CountAsync(loan => loan.StageId == stage, Ct));
}
