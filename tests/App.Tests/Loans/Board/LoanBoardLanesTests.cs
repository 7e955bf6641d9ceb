using CrmStudio.App.Loans;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Board;

public sealed class LoanBoardLanesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_sees_no_lane_of_others()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await organization.LoanAsync(Milestone.Processing, ana);
        await organization.LoanAsync(Milestone.Processing, marc);

        Assert.Equal(["Ana Reyes"], (await BoardAsync(fixture, ana)).Lanes!.Select(lane => lane.Name));
    }

    [Fact]
    public async Task A_lane_of_who_sees_no_amounts_has_a_count_and_no_sum()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        await organization.LoanAsync(Milestone.Processing, ana);

        var lane = Assert.Single((await BoardAsync(fixture, ben)).Lanes!);

        Assert.Equal((1, null), (lane.Count, lane.Sum));
    }

    [Fact]
    public async Task Lanes_add_up_to_the_columns_mine_first_then_by_name_and_nobodys_last()
    {
        var (fixture, organization) = await StartAsync();
        var zoe = await organization.MemberAsync(BuiltInRole.Admin, "Zoe", "Young");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        foreach (var (officer, at, amount) in ((TestMember?, Milestone, decimal)[])[(marc, Milestone.Lead, 1m), (ana, Milestone.Lead, 2m), (ana, Milestone.Processing, 4m), (zoe, Milestone.Processing, 8m), (null, Milestone.Lead, 16m)])
            await organization.LoanAsync(at, officer, amount: amount);

        var board = await BoardAsync(fixture, zoe);

        Assert.Equal([("Zoe Young", 1, 8m), ("Ana Reyes", 2, 6m), ("Marc Dubois", 1, 1m), ("Nobody's", 1, 16m)], board.Lanes!.Select(lane => (lane.Name, lane.Count, lane.Sum!.Value)));
        Assert.Equal(board.Sum, board.Lanes!.Sum(lane => lane.Sum));
        Assert.All(board.Columns, column => Assert.Equal(column.Count, board.Lanes!.Sum(lane => lane.Counts.GetValueOrDefault(column.Id))));
        Assert.Equal(5, board.Cards.Count());
    }

    [Fact]
    public async Task Each_part_of_a_lane_shows_its_own_first_cards_and_more_when_asked()
    {
        var (fixture, organization) = await StartAsync();
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        for (var made = 0; made < 11; made++) await organization.LoanAsync(Milestone.Lead, ana, $"Borrower {made:00}");
        await organization.LoanAsync(Milestone.Lead, sam, "Last in line");
        var lead = await organization.StageAsync(Milestone.Lead);

        Assert.Equal(["Borrower 00", "Borrower 01", "Borrower 02", "Borrower 03", "Borrower 04", "Borrower 05", "Borrower 06", "Borrower 07", "Last in line"],
            (await BoardAsync(fixture, sam)).Cards.Select(card => card.BorrowerName).Order(StringComparer.Ordinal));
        Assert.Equal(12, (await BoardAsync(fixture, sam, extended: new(lead, IsLane: true, ana.Id))).Cards.DistinctBy(card => card.Id).Count());
    }

    [Fact]
    public async Task A_column_without_lanes_is_extended_by_itself()
    {
        var (fixture, organization) = await StartAsync();
        var sam = await organization.MemberAsync(BuiltInRole.Admin);
        for (var made = 0; made < LoanBoardQuery.CardsPerColumn + 3; made++) await organization.LoanAsync(Milestone.Lead, sam);
        await organization.LoanAsync(Milestone.Processing, sam);
        var lead = await organization.StageAsync(Milestone.Lead);

        Assert.Equal((LoanBoardQuery.CardsPerColumn + 1, null), await BoardAsync(fixture, sam, lanes: null) is var board ? (board.Cards.Count(), board.Lanes) : default);
        Assert.Equal(LoanBoardQuery.CardsPerColumn + 4, (await BoardAsync(fixture, sam, lanes: null, extended: new(lead))).Cards.DistinctBy(card => card.Id).Count());
    }

    [Fact]
    public async Task Lanes_beyond_those_asked_for_are_counted_and_not_drawn()
    {
        var (fixture, organization) = await StartAsync();
        var sam = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        foreach (var name in new[] { "Ana", "Ben", "Cid" }) await organization.LoanAsync(Milestone.Lead, await organization.MemberAsync(BuiltInRole.LoanOfficer, name, "Reyes"));

        var board = await BoardAsync(fixture, sam, lanes: 2);

        Assert.Equal((2, 1, 3, 2), (board.Lanes!.Count, board.LanesLeft, board.Count, board.Cards.Count()));
    }

    [Fact]
    public async Task What_waits_behind_the_pill_is_in_no_lane_yet()
    {
        var (fixture, organization) = await StartAsync();
        var sam = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.LoanAsync(Milestone.Lead, sam, amount: 1m);
        var fresh = await organization.LoanAsync(Milestone.Lead, sam, amount: 2m);

        var lane = Assert.Single((await BoardAsync(fixture, sam)).Without(id => id == fresh).Lanes!);

        Assert.Equal((1, 1m, 1), (lane.Count, lane.Sum, Assert.Single(lane.Counts).Value));
    }

    [Fact]
    public void Lanes_are_part_of_the_address_on_the_board_and_kept_by_the_grid()
    {
        var view = LoanView.Parse("f=rotting.is&lanes=officer");

        Assert.True(view.HasLanes);
        Assert.Equal("f=rotting.is&lanes=officer", view.ToQuery());
        Assert.Equal("/loans?f=rotting.is&lanes=officer", LoanUrls.BoardOf(view));
        Assert.Equal("/loans/grid?f=rotting.is&lanes=officer", LoanUrls.Grid(view));
        Assert.False(LoanView.Parse("lanes=nothing").HasLanes);
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<LoanBoard> BoardAsync(CrmFixture fixture, TestMember member, int? lanes = LoanBoardQuery.LanesAtOnce, LoanBoardPlace? extended = null)
    {
        await using var scope = await fixture.AsAsync(member);
        var input = new LoanBoardQuery.Input { Lanes = lanes, Extended = extended is null ? new Dictionary<LoanBoardPlace, int>() : new() { [extended] = 100 } };
        return (await scope.ServiceProvider.GetRequiredService<LoanBoardQuery>().ReadAsync(input, Ct)).Value!;
    }
}
