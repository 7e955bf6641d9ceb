using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Loans;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Grid;

/// <summary>Words the tests of the grid are written in.</summary>
internal static class GridWords
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<LoanGrid> GridAsync(this CrmFixture fixture, TestMember member, LoanView? view = null)
    {
        await using var scope = await fixture.AsAsync(member);
        var read = await scope.ServiceProvider.GetRequiredService<LoanGridQuery>().ReadAsync(new(view ?? LoanView.Everything), Ct);
        return read.Value ?? throw new InvalidOperationException(read.Refusal!.Message);
    }

    public static async Task<IReadOnlyList<string>> BorrowersAsync(this CrmFixture fixture, TestMember member, params IEnumerable<LoanCondition> conditions) =>
        [.. (await fixture.GridAsync(member, new(LoanFilter.Of(conditions), LoanSort.Borrower, Descending: false))).Rows.Select(row => row.BorrowerName)];

    /// <summary>Loans with everything left to chance, and much of it empty or equal.</summary>
    public static Task SomeLoansAsync(this TestOrganization organization, Random chance, int count, params IReadOnlyList<TestMember> officers) => organization.SaveAsync(async unit =>
    {
        var stages = await unit.Db.PipelineStages.OrderBy(stage => stage.Position).ToListAsync(Ct);
        for (var made = 0; made < count; made++)
        {
            var officer = chance.Next(officers.Count + 1) is var who && who < officers.Count ? officers[who].Id : (Guid?)null;
            var loan = Loan.Open($"R-{made:00000}", $"Borrower {(char)('A' + chance.Next(12))}", stages[chance.Next(stages.Count)], officer, Guid.Empty, unit.At.AddHours(-chance.Next(1, 200)));
            loan.SetTerms(loan.Terms() with { Amount = chance.Next(4) == 0 ? null : chance.Next(1, 9) * 50_000m + 0.25m, AppraisedValue = 400_000m });
            if (chance.Next(3) > 0) loan.CloseOn(new DateOnly(2026, 12, 1).AddDays(chance.Next(20)));
            if (chance.Next(3) > 0) loan.Lock(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 20).AddDays(chance.Next(20)));
            unit.Db.Loans.Add(loan);
        }
        return true;
    });
}
