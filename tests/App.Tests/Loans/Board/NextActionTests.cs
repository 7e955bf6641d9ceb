using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Loans;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Board;

/// <summary>The sign of what is to be done next: the same on the card, in the row and on the record.</summary>
public sealed class NextActionTests
{
    private static readonly DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).DateTime);

    public static TheoryData<int?, NextAction> Days => new() { { null, NextAction.None }, { -1, NextAction.Late }, { 0, NextAction.Today }, { 1, NextAction.Planned } };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task The_earliest_open_task_of_the_loan_says_when(int? inDays, NextAction expected)
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(Milestone.Processing, ana);
        var other = await organization.LoanAsync(Milestone.Processing, ana, "Somebody Else");
        await organization.SaveAsync(unit =>
        {
            var done = new DueTask(LoanTables.Loans, loan, "Was done", today.AddDays(-30), null, null);
            done.Finish(null, unit.At);
            unit.Db.DueTasks.AddRange(done, new DueTask(LoanTables.Loans, other, "Of another loan", today.AddDays(-9), null, null), new DueTask("contacts", loan, "Of another record", today.AddDays(-9), null, null));
            if (inDays is not { } days) return;
            unit.Db.DueTasks.AddRange(new DueTask(LoanTables.Loans, loan, "Send the Loan Estimate", today.AddDays(days), null, null), new DueTask(LoanTables.Loans, loan, "Later", today.AddDays(days + 5), null, null));
        });
        await using var scope = await fixture.AsAsync(ana);
        var ct = TestContext.Current.CancellationToken;

        var board = (await scope.ServiceProvider.GetRequiredService<LoanBoardQuery>().ReadAsync(new(), ct)).Value!;
        var grid = (await scope.ServiceProvider.GetRequiredService<LoanGridQuery>().ReadAsync(new(LoanView.Everything), ct)).Value!;
        var detail = (await scope.ServiceProvider.GetRequiredService<LoanDetailQuery>().ReadAsync(loan, ct)).Value!;

        Assert.Equal(expected, board.Cards.Single(card => card.Id == loan).Next);
        Assert.Equal(expected, NextSign.WhenOf(grid.Rows.Single(row => row.Id == loan).DueOn, today));
        Assert.Equal(inDays is null ? null : "Send the Loan Estimate", detail.NextTask?.Title);
    }
}
