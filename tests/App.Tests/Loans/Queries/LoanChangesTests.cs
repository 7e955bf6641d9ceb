using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Queries;

public sealed class LoanChangesTests
{
    private static readonly DateOnly planned = new(2027, 3, 15);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_reads_nothing_of_another_officers_week()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await CloseOnAsync(organization, await LoanAsync(organization, "Marisol Whitlock", ana), planned.AddDays(4));

        var week = await ReadAsync(fixture, marc);

        Assert.Empty(week.Opened.Concat(week.Slipped).Concat(week.PulledIn));
    }

    [Fact]
    public async Task A_closing_counts_as_moved_from_the_day_it_had_at_the_start_of_the_week_to_the_day_it_has()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await CloseOnAsync(organization, await LoanAsync(organization, "Slipped Twice"), planned.AddDays(2), planned.AddDays(9));
        await CloseOnAsync(organization, await LoanAsync(organization, "Pulled In"), planned.AddDays(-3));
        await CloseOnAsync(organization, await LoanAsync(organization, "There And Back"), planned.AddDays(5), planned);

        var week = await ReadAsync(fixture, admin);

        Assert.Equal(("Slipped Twice", "Mar 15 to Mar 24"), Assert.Single(week.Slipped) is var slipped ? (slipped.Borrower, slipped.How) : default);
        Assert.Equal(("Pulled In", "Mar 15 to Mar 12"), Assert.Single(week.PulledIn) is var pulled ? (pulled.Borrower, pulled.How) : default);
    }

    [Fact]
    public async Task An_assistant_reads_the_week_without_amounts()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var assistant = await organization.MemberAsync(BuiltInRole.Assistant, "Ivy", "Cole", branch);
        await CloseOnAsync(organization, await LoanAsync(organization, "Marisol Whitlock", ana), planned.AddDays(4));

        var week = await ReadAsync(fixture, assistant);

        Assert.False(week.SeesAmounts);
        Assert.NotEmpty(week.Slipped);
        Assert.All(week.Opened.Concat(week.Slipped), change => Assert.Null(change.Amount));
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static Task<Guid> LoanAsync(TestOrganization organization, string borrower, TestMember? officer = null) =>
        organization.LoanAsync(officer: officer, borrower: borrower, with: loan => loan.CloseOn(planned));

    private static async Task CloseOnAsync(TestOrganization organization, Guid loanId, params DateOnly[] days)
    {
        foreach (var day in days)
            await organization.SaveAsync(async unit =>
            {
                (await unit.Db.Loans.SingleAsync(loan => loan.Id == loanId, Ct)).CloseOn(day);
                return true;
            });
    }

    private static async Task<LoanChanges> ReadAsync(CrmFixture fixture, TestMember member)
    {
        await using var scope = await fixture.AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<LoanChangesQuery>().ReadAsync(Ct)).Value!;
    }
}
