using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Grid;

public sealed class LoanGridWindowTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<LoanSort, bool> Orders =>
        [.. Enum.GetValues<LoanSort>().SelectMany(sort => new[] { (sort, false), (sort, true) })];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Windows_never_skip_nor_repeat_a_loan_in_either_direction(LoanSort sort, bool descending)
    {
        var (fixture, admin, count) = await Filled.Value;
        await using var scope = await fixture.AsAsync(admin);
        var query = scope.ServiceProvider.GetRequiredService<LoanGridQuery>();
        var view = new LoanView(LoanFilter.None, sort, descending);

        var forth = new List<LoanGridRow>();
        for (var more = true; more;)
        {
            var window = (await query.ReadAsync(new(view, After: forth.LastOrDefault(), WithFigures: false), Ct)).Value!;
            forth.AddRange(window.Rows);
            more = window.HasMore;
        }
        var back = new List<LoanGridRow> { forth[^1] };
        for (var more = true; more;)
        {
            var window = (await query.ReadAsync(new(view, Before: back[0], WithFigures: false), Ct)).Value!;
            back.InsertRange(0, window.Rows);
            more = window.HasMore;
        }

        Assert.Equal(count, forth.DistinctBy(row => row.Id).Count());
        Assert.Equal(count, forth.Count);
        Assert.Equal(forth, back);
        AssertOrdered(forth, sort, descending, scope);
    }

    private static void AssertOrdered(List<LoanGridRow> rows, LoanSort sort, bool descending, AsyncServiceScope scope)
    {
        if (sort is LoanSort.Stage or LoanSort.Officer) return;   // their order is told by names; see LoanGridQueryTests
        var keys = rows.Select(row => sort switch
        {
            LoanSort.Borrower => (IComparable?)row.BorrowerName,
            LoanSort.Amount => row.Amount,
            LoanSort.Days => -row.StageSince.UtcTicks,
            LoanSort.Lock => row.LockExpiresOn,
            LoanSort.Closing => row.ClosingOn,
            _ => row.CreatedAt,
        }).ToList();
        var filled = keys.TakeWhile(key => key is not null).ToList();
        Assert.All(keys.Skip(filled.Count), Assert.Null);
        var sorted = descending ? filled.OrderDescending() : filled.Order();
        Assert.Equal(sorted, filled);
    }

    private static readonly Lazy<Task<(CrmFixture, TestMember, int)>> Filled = new(async () =>
    {
        const int loans = 330;
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var admin = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await organization.SomeLoansAsync(new Random(42), loans, ana, marc, admin);
        return (fixture, admin, loans);
    });
}
