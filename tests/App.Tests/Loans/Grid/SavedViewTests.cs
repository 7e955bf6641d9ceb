using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Grid;

public sealed class SavedViewTests
{
    private static readonly LoanView rotting = new(LoanFilter.Of(new LoanCondition(LoanField.Rotting, LoanOperator.Is)), LoanSort.Days);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_saves_for_themselves_but_not_for_everybody()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await using var scope = await fixture.AsAsync(ana);
        var save = scope.ServiceProvider.GetRequiredService<SaveView>();

        Assert.Equal(Refusal.NotAllowed, (await save.RunAsync(new("Rots", rotting, IsShared: true, IsDefault: false), Ct)).Refusal);
        Assert.Equal("A view needs a name.", (await save.RunAsync(new("  ", rotting, false, false), Ct)).Refusal?.Message);
        Assert.True((await save.RunAsync(new("Rots", rotting, false, false), Ct)).IsDone);
    }

    [Fact]
    public async Task A_private_view_is_nobody_elses_and_a_shared_one_only_its_owners_to_change()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        Guid own, shared;
        await using (var scope = await fixture.AsAsync(admin))
        {
            own = (await scope.ServiceProvider.GetRequiredService<SaveView>().RunAsync(new("Own", rotting, false, false), Ct)).Value;
            shared = (await scope.ServiceProvider.GetRequiredService<SaveView>().RunAsync(new("Shared", rotting, true, false), Ct)).Value;
        }

        await using var hers = await fixture.AsAsync(ana);
        Assert.Equal(["Shared"], await NamesAsync(hers));
        foreach (var id in new[] { own, shared })
        {
            Assert.Equal(Refusal.NotFound, (await hers.ServiceProvider.GetRequiredService<DeleteView>().RunAsync(new(id), Ct)).Refusal);
            Assert.Equal(Refusal.NotFound, (await hers.ServiceProvider.GetRequiredService<ChangeView>().RunAsync(new(id, "Mine now", null), Ct)).Refusal);
        }
    }

    [Fact]
    public async Task A_deleted_view_comes_back_with_undo()
    {
        var (fixture, organization) = await StartAsync();
        await using var scope = await fixture.AsAsync(await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var id = (await scope.ServiceProvider.GetRequiredService<SaveView>().RunAsync(new("Rots", rotting, false, true), Ct)).Value;
        await scope.ServiceProvider.GetRequiredService<ChangeView>().RunAsync(new(id, "Stale", null), Ct);

        var deleted = await scope.ServiceProvider.GetRequiredService<DeleteView>().RunAsync(new(id), Ct);
        Assert.Empty(await NamesAsync(scope));
        await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(deleted.Value!.UndoId), Ct);

        Assert.Equal(["Stale"], await NamesAsync(scope));
        Assert.Equal(rotting.ToQuery(), (await scope.ServiceProvider.GetRequiredService<LoanViewsQuery>().DefaultAsync(Ct)).ToQuery());
    }

    [Fact]
    public async Task The_grid_opens_with_ones_own_default_before_a_shared_one()
    {
        var (fixture, organization) = await StartAsync();
        var mine = new LoanView(LoanFilter.Of(new LoanCondition(LoanField.Officer, LoanOperator.Is, "me")));
        await using (var admin = await fixture.AsAsync(await organization.MemberAsync(BuiltInRole.Admin)))
            await admin.ServiceProvider.GetRequiredService<SaveView>().RunAsync(new("House", rotting, true, true), Ct);
        await using var ana = await fixture.AsAsync(await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var views = ana.ServiceProvider.GetRequiredService<LoanViewsQuery>();

        Assert.Equal(rotting.ToQuery(), (await views.DefaultAsync(Ct)).ToQuery());
        await ana.ServiceProvider.GetRequiredService<SaveView>().RunAsync(new("Hers", mine, false, true), Ct);
        Assert.Equal(mine.ToQuery(), (await views.DefaultAsync(Ct)).ToQuery());
        await ana.ServiceProvider.GetRequiredService<SaveView>().RunAsync(new("Hers too", rotting, false, true), Ct);
        Assert.Equal(rotting.ToQuery(), (await views.DefaultAsync(Ct)).ToQuery());
    }

    [Fact]
    public async Task Tabs_count_what_their_view_shows_this_member()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.Admin, "Ana", "Reyes");
        await organization.LoanAsync(Milestone.Processing, ana, "Ada", with: loan => loan.ProcessBy(ana.Id));
        await organization.LoanAsync(Milestone.Processing, null, "Bob", with: loan => loan.ProcessBy(ana.Id));
        await organization.LoanAsync(Milestone.Processing, null, "Cid");
        await using var scope = await fixture.AsAsync(ana);

        var lines = (await scope.ServiceProvider.GetRequiredService<LoanViewsQuery>().ReadAsync(Ct)).Value!;

        Assert.Equal([("Open loans", 3), ("Mine", 2), ("Locks under 10 days", 0), ("Closing in two weeks", 0), ("Rotting", 0)], lines.Select(line => (line.Name, line.Count)));
    }

    private static async Task<IEnumerable<string>> NamesAsync(AsyncServiceScope scope) =>
        (await scope.ServiceProvider.GetRequiredService<LoanViewsQuery>().ReadAsync(Ct)).Value!.Where(line => line.Id is not null).Select(line => line.Name);

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }
}
