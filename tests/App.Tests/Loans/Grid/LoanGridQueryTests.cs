using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Grid;

public sealed class LoanGridQueryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_not_see_loans_gets_no_grid_and_no_choices()
    {
        var (fixture, organization) = await StartAsync();
        var rep = await organization.MemberAsync(BuiltInRole.SalesRep);
        await using var scope = await fixture.AsAsync(rep);

        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<LoanGridQuery>().ReadAsync(new(LoanView.Everything), Ct)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<LoanChoicesQuery>().ReadAsync(Ct)).Refusal);
    }

    [Fact]
    public async Task An_assistant_gets_no_amount_and_learns_none_by_sorting_or_filtering()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        await organization.LoanAsync(Milestone.Processing, ana, "Small", 100_000m);
        await organization.LoanAsync(Milestone.Processing, ana, "Large", 900_000m);

        var plain = await fixture.GridAsync(ben);
        var asked = await fixture.GridAsync(ben, new(LoanFilter.Of(new LoanCondition(LoanField.Amount, LoanOperator.Min, "500000")), LoanSort.Amount, Descending: true));

        Assert.False(plain.SeesAmounts);
        Assert.All(plain.Rows, row => Assert.Equal((null, null), (row.Amount, row.Ltv)));
        Assert.Equal((null, null, null, null), (plain.Figures!.Sum, plain.Figures.Weighted, plain.Figures.Average, plain.Figures.AverageLtv));
        Assert.Equal(plain.Rows, asked.Rows);
        Assert.Equal(LoanSort.Stage, asked.View.Sort);
        Assert.Empty(asked.View.Filter.Conditions);
    }

    [Fact]
    public async Task Loans_of_another_organization_or_officer_are_never_among_the_rows_nor_in_the_figures()
    {
        var (fixture, organization) = await StartAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        await other.LoanAsync(Milestone.Processing, borrower: "Foreign");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await organization.LoanAsync(Milestone.Processing, ana, "Hers");
        await organization.LoanAsync(Milestone.Processing, marc, "His");

        var grid = await fixture.GridAsync(ana);

        Assert.Equal("Hers", Assert.Single(grid.Rows).BorrowerName);
        Assert.Equal(1, grid.Figures!.Count);
        Assert.Equal(409_600m, grid.Figures.Sum);
    }

    [Fact]
    public async Task Figures_are_the_sum_the_weighted_sum_and_the_averages_of_what_matches()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.LoanAsync(Milestone.Processing, amount: 100_000m);
        await organization.LoanAsync(Milestone.Processing, amount: 300_000m);
        await organization.LoanAsync(Milestone.Processing, amount: null);
        await organization.LoanAsync(Milestone.Lead, amount: 900_000m);
        var stage = await organization.StageAsync(Milestone.Processing);
        var weight = await organization.SaveAsync(unit => unit.Db.PipelineStages.Where(s => s.Id == stage).Select(s => s.Probability).SingleAsync(Ct));

        var figures = (await fixture.GridAsync(admin, new(LoanFilter.Of(new LoanCondition(LoanField.Stage, LoanOperator.Is, stage.ToString()))))).Figures!;

        Assert.Equal((3, 400_000m, 200_000m), (figures.Count, figures.Sum, figures.Average));
        Assert.Equal(400_000m * weight / 100m, figures.Weighted);
        Assert.Equal(39.06m, Math.Round(figures.AverageLtv!.Value, 2));
    }

    [Fact]
    public async Task Rows_by_stage_follow_the_order_of_the_board_and_by_officer_the_names()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin, "Zoe", "Last");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.LoanAsync(Milestone.Processing, admin, "Third");
        await organization.LoanAsync(Milestone.Lead, ana, "First");
        await organization.LoanAsync(Milestone.Closing, null, "Fourth");
        await organization.LoanAsync(Milestone.Lead, ana, "Second");

        Assert.Equal(["First", "Second", "Third", "Fourth"], await ByAsync(LoanSort.Stage, descending: false));
        Assert.Equal(["Fourth", "Third", "Second", "First"], await ByAsync(LoanSort.Stage, descending: true));
        Assert.Equal(["First", "Second", "Third", "Fourth"], await ByAsync(LoanSort.Officer, descending: false));
        Assert.Equal(["Third", "Second", "First", "Fourth"], await ByAsync(LoanSort.Officer, descending: true));

        async Task<IEnumerable<string>> ByAsync(LoanSort sort, bool descending) => (await fixture.GridAsync(admin, new(LoanFilter.None, sort, descending))).Rows.Select(row => row.BorrowerName);
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }
}
