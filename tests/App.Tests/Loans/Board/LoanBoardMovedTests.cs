using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Board;

/// <summary>A board that draws a move out of what it knows shows the same as one that is read anew.</summary>
public sealed class LoanBoardMovedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filter_that_the_move_may_lead_out_of_is_read_anew()
    {
        var (fixture, organization) = await StartAsync();
        var sam = await organization.MemberAsync(BuiltInRole.Admin);
        var loan = await organization.LoanAsync(Milestone.Lead, sam);
        var (lead, contacted) = (await organization.StageAsync(Milestone.Lead), await organization.StageAsync(Milestone.Contacted));
        var board = await BoardAsync(fixture, sam);

        Assert.Null(board.Moved(loan, contacted, LoanFilter.Of(new LoanCondition(LoanField.Stage, LoanOperator.Is, lead.ToString()))));
        Assert.Null(board.Moved(loan, contacted, LoanFilter.Of(new LoanCondition(LoanField.Rotting, LoanOperator.Is))));
        Assert.Null(board.Moved(Guid.NewGuid(), contacted, LoanFilter.None));
        Assert.NotNull(board.Moved(loan, contacted, LoanFilter.Of(new LoanCondition(LoanField.Officer, LoanOperator.Is, LoanCondition.Me))));
    }

    [Theory]
    [InlineData(BuiltInRole.Admin)]
    [InlineData(BuiltInRole.Assistant)]
    public async Task A_board_after_a_move_shows_what_the_database_says(BuiltInRole role)
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var (ana, me) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch), await organization.MemberAsync(role, "Sam", "Whitaker", branch));
        var loan = await organization.LoanAsync(Milestone.Lead, ana, "Marisol Whitlock", amount: 409_600m);
        await organization.LoanAsync(Milestone.Lead, ana, "Noel Farrow", amount: 100_000m);
        await organization.LoanAsync(Milestone.Contacted, ana, "Priya Castellan", amount: 200_000m);
        var contacted = await organization.StageAsync(Milestone.Contacted);
        var before = await BoardAsync(fixture, me);

        await using (var scope = await fixture.AsAsync(me)) Assert.True((await scope.ServiceProvider.GetRequiredService<AdvanceLoan>().RunAsync(new(loan, contacted, null), Ct)).IsDone);

        Assert.Equal(Said(await BoardAsync(fixture, me)), Said(before.Moved(loan, contacted, LoanFilter.None)!));
    }

    private static IEnumerable<string> Said(LoanBoard board) =>
        board.Columns.Select(column => $"{column.Name} {column.Count} {column.Sum:0.00} {column.Weighted:0.00}: {string.Join(" | ", column.Cards)}").Append($"{board.Count} {board.Sum:0.00} {board.Weighted:0.00}");

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<LoanBoard> BoardAsync(CrmFixture fixture, TestMember member)
    {
        await using var scope = await fixture.AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<LoanBoardQuery>().ReadAsync(new(), Ct)).Value!;
    }
}
