using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Grid;

public sealed class BulkChangeLoansTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_changes_nothing_in_bulk()
    {
        var (fixture, organization) = await StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        await organization.LoanAsync(officer: viewer);

        Assert.Equal(Refusal.NotAllowed, (await ChangeAsync(fixture, viewer, new(LoanView.Everything, null, BulkField.Officer, viewer.Id, null, false))).Refusal);
    }

    [Fact]
    public async Task Loans_of_another_organization_stay_as_they_are_even_when_named()
    {
        var (fixture, organization) = await StartAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var foreign = await other.LoanAsync();

        var result = (await ChangeAsync(fixture, admin, new(LoanView.Everything, [foreign], BulkField.Officer, admin.Id, null, false))).Value!;

        Assert.Equal((0, null), (result.Count, result.Changed));
        Assert.Null(await other.SaveAsync(unit => unit.Db.Loans.Select(loan => loan.OfficerId).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_dry_run_says_how_many_change_and_what_the_others_need_and_changes_nothing()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var clear = await organization.StageAsync(Milestone.ClearToClose);
        var today = new DateOnly(2026, 11, 20);
        await organization.LoanAsync(Milestone.ConditionalApproval, admin, "Ada", with: loan => Ready(loan, today));
        await organization.LoanAsync(Milestone.ConditionalApproval, admin, "Bob", with: loan => Ready(loan, today));
        await organization.LoanAsync(Milestone.ConditionalApproval, admin, "Cid");
        await organization.LoanAsync(Milestone.Closing, admin, "Dora");
        var input = new BulkChangeLoans.Input(LoanView.Everything, null, BulkField.Stage, clear, null, IsDryRun: true);

        var plan = (await ChangeAsync(fixture, admin, input)).Value!;

        Assert.Equal((2, null), (plan.Count, plan.Changed));
        Assert.Contains(plan.LeftOut, left => left.Count == 1 && left.Borrowers[0] == "Cid" && left.Reason.StartsWith("Clear to close needs", StringComparison.Ordinal));
        Assert.Contains(plan.LeftOut, left => left.Count == 1 && left.Borrowers[0] == "Dora" && left.Reason == "Already beyond Clear to close; going back takes a reason, loan by loan.");
        Assert.Equal(0, await InStageAsync(organization, clear));

        var done = (await ChangeAsync(fixture, admin, input with { IsDryRun = false })).Value!;

        Assert.Equal("Changed 2 loans: moved to Clear to close", done.Changed!.Summary);
        Assert.Equal(2, await InStageAsync(organization, clear));

        await using var scope = await fixture.AsAsync(admin);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(done.Changed.UndoId), Ct)).IsDone);
        Assert.Equal(0, await InStageAsync(organization, clear));
        Assert.Equal(4, await organization.SaveAsync(unit => unit.Db.LoanStageVisits.CountAsync(visit => visit.LeftAt == null, Ct)));
    }

    [Fact]
    public async Task Everything_that_matches_means_what_matches_on_the_server()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        for (var made = 0; made < 60; made++) await organization.LoanAsync(made < 55 ? Milestone.Processing : Milestone.Lead);
        var processing = await organization.StageAsync(Milestone.Processing);
        var view = new LoanView(LoanFilter.Of(new LoanCondition(LoanField.Stage, LoanOperator.Is, processing.ToString())));

        var result = (await ChangeAsync(fixture, admin, new(view, null, BulkField.Processor, admin.Id, null, false))).Value!;

        Assert.Equal(55, result.Count);
        Assert.Equal(55, await organization.SaveAsync(unit => unit.Db.Loans.CountAsync(loan => loan.ProcessorId == admin.Id, Ct)));
        Assert.Equal(0, (await ChangeAsync(fixture, admin, new(view, null, BulkField.Processor, admin.Id, null, false))).Value!.Count);
    }

    private static void Ready(Loan loan, DateOnly today)
    {
        loan.Lock(today, today.AddDays(30));
        loan.CloseOn(today.AddDays(20));
    }

    private static Task<int> InStageAsync(TestOrganization organization, Guid stage) => organization.SaveAsync(unit => unit.Db.Loans.CountAsync(loan => loan.StageId == stage, Ct));

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<Outcome<BulkResult>> ChangeAsync(CrmFixture fixture, TestMember member, BulkChangeLoans.Input input)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<BulkChangeLoans>().RunAsync(input, Ct);
    }
}
