using CrmStudio.App.Access.Queries;
using CrmStudio.App.Access.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Access;

public sealed class MemberAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BuiltInRole.Manager)]
    [InlineData(BuiltInRole.LoanOfficer)]
    [InlineData(BuiltInRole.SalesRep)]
    [InlineData(BuiltInRole.Assistant)]
    [InlineData(BuiltInRole.Compliance)]
    [InlineData(BuiltInRole.Viewer)]
    public async Task Only_an_administrator_disables_promotes_or_flags_anybody(BuiltInRole role)
    {
        var (fixture, organization) = await StartAsync();
        var (me, other) = (await organization.MemberAsync(role), await organization.MemberAsync(BuiltInRole.Viewer));
        await using var scope = await fixture.AsAsync(me);
        var verbs = scope.ServiceProvider;

        Assert.Equal(Refusal.NotAllowed, (await verbs.GetRequiredService<DisableMember>().RunAsync(new(other.Id), Ct)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await verbs.GetRequiredService<EnableMember>().RunAsync(new(other.Id), Ct)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await verbs.GetRequiredService<ChangeMemberRole>().RunAsync(new(other.Id, [await RoleAsync(organization, BuiltInRole.Admin)]), Ct)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await verbs.GetRequiredService<SetFeatureFlag>().RunAsync(new("x", true, false, [], [], null), Ct)).Refusal);
    }

    [Fact]
    public async Task A_member_of_another_organization_is_not_found()
    {
        var (fixture, organization) = await StartAsync();
        var elsewhere = await (await TestOrganization.CreateAsync(fixture, "Other Lending")).MemberAsync(BuiltInRole.Viewer);
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await using var scope = await fixture.AsAsync(admin);

        Assert.Equal(Refusal.NotFound, (await scope.ServiceProvider.GetRequiredService<DisableMember>().RunAsync(new(elsewhere.Id), Ct)).Refusal);
        Assert.Equal(Refusal.NotFound, (await scope.ServiceProvider.GetRequiredService<ChangeMemberRole>().RunAsync(new(elsewhere.Id, [await RoleAsync(organization, BuiltInRole.Viewer)]), Ct)).Refusal);
    }

    [Fact]
    public async Task Nobody_disables_or_demotes_themselves()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.MemberAsync(BuiltInRole.Admin);
        await using var scope = await fixture.AsAsync(admin);

        Assert.Equal(AccessRefusals.NotYourself, (await scope.ServiceProvider.GetRequiredService<DisableMember>().RunAsync(new(admin.Id), Ct)).Refusal);
        Assert.Equal(AccessRefusals.NotYourself, (await scope.ServiceProvider.GetRequiredService<ChangeMemberRole>().RunAsync(new(admin.Id, [await RoleAsync(organization, BuiltInRole.Viewer)]), Ct)).Refusal);
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        var (fixture, organization) = await StartAsync();
        var (dana, sam) = (await organization.MemberAsync(BuiltInRole.Admin), await organization.MemberAsync(BuiltInRole.Admin));
        var viewer = await RoleAsync(organization, BuiltInRole.Viewer);
        await using var first = await fixture.AsAsync(dana);
        await using var second = await fixture.AsAsync(sam);

        await Task.WhenAll(
            first.ServiceProvider.GetRequiredService<ChangeMemberRole>().RunAsync(new(sam.Id, [viewer]), Ct),
            second.ServiceProvider.GetRequiredService<DisableMember>().RunAsync(new(dana.Id), Ct));

        var left = await organization.SaveAsync(unit => unit.Db.Members.CountAsync(member => member.Status == MemberStatus.Active
            && unit.Db.MemberRoles.Any(held => held.MemberId == member.Id && unit.Db.Roles.Any(role => role.Id == held.RoleId && role.BuiltIn == BuiltInRole.Admin)), Ct));
        Assert.Equal(1, left);
    }

    [Fact]
    public async Task Another_role_counts_with_the_very_next_command()
    {
        var (fixture, organization) = await StartAsync();
        var (admin, ana) = (await organization.MemberAsync(BuiltInRole.Admin), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        await using var open = await fixture.AsAsync(ana);
        await using var scope = await fixture.AsAsync(admin);

        Assert.True((await scope.ServiceProvider.GetRequiredService<ChangeMemberRole>().RunAsync(new(ana.Id, [await RoleAsync(organization, BuiltInRole.Assistant)]), Ct)).IsDone);

        await open.ServiceProvider.GetRequiredService<FeatureQuery>().ReadAsync(Ct);
        Assert.Equal(["Assistant"], open.ServiceProvider.GetRequiredService<CurrentMember>().Authority.RoleNames);
    }

    [Fact]
    public async Task A_disabled_member_does_nothing_more_and_an_enabled_one_does_again()
    {
        var (fixture, organization) = await StartAsync();
        var (admin, ana) = (await organization.MemberAsync(BuiltInRole.Admin), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        await using var open = await fixture.AsAsync(ana);
        await using var scope = await fixture.AsAsync(admin);

        await scope.ServiceProvider.GetRequiredService<DisableMember>().RunAsync(new(ana.Id), Ct);
        Assert.Equal(Refusal.SignedOut, (await open.ServiceProvider.GetRequiredService<MemberListQuery>().ReadAsync(Ct)).Refusal);

        await scope.ServiceProvider.GetRequiredService<EnableMember>().RunAsync(new(ana.Id), Ct);
        var row = Assert.Single((await open.ServiceProvider.GetRequiredService<MemberListQuery>().ReadAsync(Ct)).Value!, member => member.Id == ana.Id);
        Assert.Equal((MemberStatus.Active, "Loan officer"), (row.Status, Assert.Single(row.Roles)));
    }

    [Fact]
    public async Task A_feature_is_off_until_somebody_turns_it_on_and_the_kill_switch_beats_every_rule()
    {
        var (fixture, organization) = await StartAsync();
        var (admin, ana) = (await organization.MemberAsync(BuiltInRole.Admin), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var officers = await RoleAsync(organization, BuiltInRole.LoanOfficer);

        Assert.False(await IsOnAsync(ana));
        await SetAsync(new("board.forecast", false, false, [officers], [], null));
        Assert.True(await IsOnAsync(ana));
        Assert.False(await IsOnAsync(admin));
        await SetAsync(new("board.forecast", false, false, [], [admin.Id], null));
        Assert.False(await IsOnAsync(ana));
        Assert.True(await IsOnAsync(admin));
        await SetAsync(new("board.forecast", true, true, [officers], [admin.Id], 100));
        Assert.False(await IsOnAsync(ana));
        Assert.False(await IsOnAsync(admin));

        async Task<bool> IsOnAsync(TestMember member)
        {
            await using var scope = await fixture.AsAsync(member);
            return await scope.ServiceProvider.GetRequiredService<FeatureQuery>().IsOnAsync("board.forecast", Ct);
        }

        async Task SetAsync(SetFeatureFlag.Input input)
        {
            await using var scope = await fixture.AsAsync(admin);
            Assert.True((await scope.ServiceProvider.GetRequiredService<SetFeatureFlag>().RunAsync(input, Ct)).IsDone);
        }
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static Task<Guid> RoleAsync(TestOrganization organization, BuiltInRole role) =>
        organization.SaveAsync(unit => unit.Db.Roles.Where(r => r.BuiltIn == role).Select(r => r.Id).SingleAsync(Ct));
}
