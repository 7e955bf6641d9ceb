using CrmStudio.App.Loans;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Grid;

public sealed class EditLoanCellTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_changes_no_cell()
    {
        var (fixture, organization) = await StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        var loan = await organization.LoanAsync(officer: viewer);

        foreach (var cell in new[] { LoanCells.Amount, LoanCells.Closing, LoanCells.Officer, LoanCells.Stage })
            Assert.Equal(Refusal.NotAllowed, (await EditAsync(fixture, viewer, new(loan, cell, null, "1"))).Refusal);
    }

    [Fact]
    public async Task An_assistant_moves_a_stage_and_learns_no_amount_by_a_conflict()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        var loan = await organization.LoanAsync(Milestone.Lead, ana);
        var (lead, contacted) = (await organization.StageAsync(Milestone.Lead), await organization.StageAsync(Milestone.Contacted));

        var amount = await EditAsync(fixture, ben, new(loan, LoanCells.Amount, "1", "2"));
        var stage = await EditAsync(fixture, ben, new(loan, LoanCells.Stage, lead.ToString(), contacted.ToString()));

        Assert.Equal((null, Refusal.NotAllowed), (amount.Value, amount.Refusal));
        Assert.Equal("Moved Marisol Whitlock to Contacted", stage.Value!.Changed!.Summary);
    }

    [Fact]
    public async Task A_loan_of_another_officer_or_organization_is_not_found()
    {
        var (fixture, organization) = await StartAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");

        Assert.Equal(Refusal.NotFound, (await EditAsync(fixture, marc, new(await organization.LoanAsync(officer: ana), LoanCells.Amount, "409600", "1"))).Refusal);
        Assert.Equal(Refusal.NotFound, (await EditAsync(fixture, marc, new(await other.LoanAsync(), LoanCells.Amount, "409600", "1"))).Refusal);
    }

    [Fact]
    public async Task A_value_somebody_else_put_there_meanwhile_comes_back_and_nothing_is_overwritten()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var admin = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var loan = await organization.LoanAsync(officer: ana);
        await EditAsync(fixture, admin, new(loan, LoanCells.Amount, "409600", "500,000"));

        var hers = await EditAsync(fixture, ana, new(loan, LoanCells.Amount, "409600", "450k"));

        Assert.Equal((true, "500000", null), (hers.Value!.IsConflict, hers.Value.Theirs, hers.Value.Changed));
        Assert.Equal(500_000m, (await LoanAsync(organization, loan)).Amount);
        Assert.NotNull((await EditAsync(fixture, ana, new(loan, LoanCells.Amount, hers.Value.Theirs, "450k"))).Value!.Changed);
        Assert.Equal(450_000m, (await LoanAsync(organization, loan)).Amount);
    }

    [Fact]
    public async Task Two_members_change_two_cells_of_one_loan_and_both_stay()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var admin = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var loan = await organization.LoanAsync(officer: ana);

        await EditAsync(fixture, admin, new(loan, LoanCells.Closing, null, "2026-12-02"));
        await EditAsync(fixture, ana, new(loan, LoanCells.Amount, "409600", "450000"));

        var now = await LoanAsync(organization, loan);
        Assert.Equal((450_000m, new DateOnly(2026, 12, 2)), (now.Amount, now.ClosingOn));
    }

    [Theory]
    [InlineData(LoanCells.Amount, "409600", "lots", "Write an amount in dollars, like 412,000 or 412k.")]
    [InlineData(LoanCells.Amount, "409600", "0", "The amount lies between $1 and $100,000,000.")]
    [InlineData(LoanCells.Closing, null, "12/02/2026", "Write the closing as a day, such as 12/02/2026.")]
    [InlineData(LoanCells.Officer, "", "0192aa00-0000-7000-8000-000000000000", "Choose somebody who works here.")]
    public async Task What_cannot_be_read_is_refused_with_the_reason(string cell, string? was, string text, string reason)
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var loan = await organization.LoanAsync();

        Assert.Equal(reason, (await EditAsync(fixture, admin, new(loan, cell, was is "" ? null : was, text))).Refusal?.Message);
    }

    [Fact]
    public async Task A_changed_cell_comes_back_with_undo()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(officer: ana);
        var changed = (await EditAsync(fixture, ana, new(loan, LoanCells.Officer, ana.Id.ToString(), null))).Value!.Changed!;
        Assert.Equal("Took Marisol Whitlock from its officer", changed.Summary);

        await using var scope = await fixture.AsAsync(ana);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(changed.UndoId), Ct)).IsDone);

        Assert.Equal(ana.Id, (await LoanAsync(organization, loan)).OfficerId);
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<Outcome<EditLoanCell.Result>> EditAsync(CrmFixture fixture, TestMember member, EditLoanCell.Input input)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<EditLoanCell>().RunAsync(input, Ct);
    }

    private static Task<Loan> LoanAsync(TestOrganization organization, Guid id) => organization.SaveAsync(unit => unit.Db.Loans.AsNoTracking().SingleAsync(loan => loan.Id == id, Ct));
}
