using CrmStudio.App.Loans;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Grid;

/// <summary>A grid that draws an edit out of what was saved shows the same row and the same foot as one that is read anew.</summary>
public sealed class LoanGridFiguresTests
{
    private static readonly DateOnly today = new(2026, 11, 21);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Other_cells_and_a_filter_the_row_may_fall_out_of_are_read_anew()
    {
        var (figures, row) = (new LoanGridFigures(1, 1, 1, 1, null, null, 0) { Amounts = 1 }, new LoanGridRow(Guid.NewGuid(), 1, "1", "Marisol Whitlock", 1, null, Guid.NewGuid(), default, null, null, null, null, null, null, null, default, null, false));

        Assert.Null(figures.With(row, row, LoanCells.Stage, LoanFilter.None, 10, today));
        Assert.Null(figures.With(row, row, LoanCells.Officer, LoanFilter.None, 10, today));
        Assert.Null(figures.With(row, row, LoanCells.Amount, LoanFilter.Of(new LoanCondition(LoanField.Amount, LoanOperator.Min, "1")), 10, today));
        Assert.Null(figures.With(row, row, LoanCells.Closing, LoanFilter.Of(new LoanCondition(LoanField.Closing, LoanOperator.Within, "10")), 10, today));
    }

    [Theory]
    [InlineData(LoanCells.Amount, "450000")]
    [InlineData(LoanCells.Amount, null)]
    [InlineData(LoanCells.Closing, "soon")]
    public async Task An_edited_row_and_its_foot_are_what_the_database_says(string cell, string? text)
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var sam = await organization.MemberAsync(BuiltInRole.Admin);
        var loan = await organization.LoanAsync(Milestone.Processing, sam, "Marisol Whitlock", amount: 409_600m);
        await organization.LoanAsync(Milestone.Lead, sam, "Noel Farrow", amount: 100_000m);
        await using var scope = await fixture.AsAsync(sam);
        var query = scope.ServiceProvider.GetRequiredService<LoanGridQuery>();
        var before = (await query.ReadAsync(new(LoanView.Everything), Ct)).Value!;
        var (was, day) = (before.Rows.Single(row => row.Id == loan), scope.ServiceProvider.GetRequiredService<CurrentMember>().DayOf(before.At));
        var names = (await scope.ServiceProvider.GetRequiredService<LoanChoicesQuery>().ReadAsync(Ct)).Value!;

        var edited = await scope.ServiceProvider.GetRequiredService<EditLoanCell>().RunAsync(new(loan, cell, LoanCells.ValueOf(was, cell), text == "soon" ? $"{day.AddDays(3):yyyy-MM-dd}" : text), Ct);

        var (now, after) = (edited.Value!.Row!, (await query.ReadAsync(new(LoanView.Everything), Ct)).Value!);
        Assert.Equal(after.Rows.Single(row => row.Id == loan), now);
        Assert.Equal(Rounded(after.Figures!), Rounded(before.Figures!.With(was, now, cell, LoanFilter.None, names.Stage(was.StageId)!.Probability, day)!));
    }

    private static LoanGridFigures Rounded(LoanGridFigures figures) => figures with
    {
        Sum = figures.Sum + 0.00m, Weighted = decimal.Round(figures.Weighted ?? 0, 4), Average = decimal.Round(figures.Average ?? 0, 4), AverageLtv = decimal.Round(figures.AverageLtv ?? 0, 4),
    };
}
