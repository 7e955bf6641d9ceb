using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>The second line: what EF Core does about organizations, before the database is asked.</summary>
public sealed class ModelFenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_of_another_organization_in_a_save_is_refused()
    {
        var (mine, theirs) = await TwoAsync();
        var entry = new AuditEntry { OrgId = theirs.Id, At = DateTimeOffset.UnixEpoch, MemberId = Guid.Empty, Verb = "test", Action = AuditAction.Read, EntityType = "contacts", EntityId = Guid.Empty };

        await Assert.ThrowsAsync<InvalidOperationException>(() => mine.SaveAsync(unit => unit.Db.AuditEntries.Add(entry)));
    }

    [Theory]
    [InlineData(EntityState.Added)]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public async Task A_row_that_was_attached_from_elsewhere_is_refused(EntityState state)
    {
        var (mine, theirs) = await TwoAsync();
        var contact = await theirs.SaveAsync(unit => unit.Db.Contacts.AsNoTracking().SingleAsync(Ct));

        await Assert.ThrowsAsync<InvalidOperationException>(() => mine.SaveAsync(unit => unit.Db.Entry(contact).State = state));

        Assert.Equal(1, await theirs.SaveAsync(unit => unit.Db.Contacts.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_row_does_not_move_to_another_organization()
    {
        var (mine, theirs) = await TwoAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => mine.SaveAsync(async unit =>
        {
            var contact = await unit.Db.Contacts.SingleAsync(Ct);
            unit.Db.Entry(contact).Property(c => c.OrgId).CurrentValue = theirs.Id;
            return true;
        }));
    }

    [Fact]
    public async Task A_save_outside_a_unit_of_work_is_refused()
    {
        await using var scope = (await CrmFixture.SharedAsync()).Services.CreateAsyncScope();
        var door = scope.ServiceProvider.GetRequiredService<SignInDoor>();
        door.Db.Contacts.Add(new Contact("Marisol", "Whitlock"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => door.Db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task A_query_that_ignores_the_filter_still_sees_only_the_bound_organization()
    {
        var (mine, _) = await TwoAsync();

        var seen = await mine.SaveAsync(unit => unit.Db.Contacts.IgnoreQueryFilters().Select(contact => contact.OrgId).Distinct().ToListAsync(Ct));

        Assert.Equal([mine.Id], seen);
    }

    [Fact]
    public async Task A_query_written_by_hand_sees_only_the_bound_organization()
    {
        var (mine, theirs) = await TwoAsync();

        Assert.Equal(0, await mine.SaveAsync(unit => unit.Db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from contacts where org_id = {theirs.Id}").SingleAsync(Ct)));
    }

    [Fact]
    public async Task Two_organizations_never_share_a_cached_constant()
    {
        var (first, second) = await TwoAsync();

        var sql = new List<string>();
        foreach (var organization in new[] { first, second, first })
        {
            // Were the first organization's id cached as a constant, the second would see nothing.
            Assert.Equal([organization.Id], await organization.SaveAsync(unit => unit.Db.Contacts.Select(contact => contact.OrgId).ToListAsync(Ct)));
            sql.Add(await organization.SaveAsync(unit => Task.FromResult(WithoutParameters(unit.Db.Contacts.ToQueryString()))));
        }

        Assert.Single(sql.Distinct());
        Assert.DoesNotContain(first.Id.ToString(), sql[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_sign_in_door_sees_no_row_of_any_organization_though_its_context_was_used_for_one_before()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        Assert.NotEqual(0, await organization.SaveAsync(unit => unit.Db.Roles.CountAsync(Ct)));

        await using var scope = fixture.Services.CreateAsyncScope();
        var door = scope.ServiceProvider.GetRequiredService<SignInDoor>();

        Assert.Equal(Guid.Empty, door.Db.OrgId);
        Assert.Equal(0, await door.Db.Roles.IgnoreQueryFilters().CountAsync(Ct));
    }

    [Fact]
    public async Task After_the_commit_a_unit_reaches_nothing_any_more()
    {
        var (mine, _) = await TwoAsync();
        await using var scope = (await CrmFixture.SharedAsync()).AsSystem(mine);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.late", AccessPermissions.OwnAccount, Ct);
        await unit.SaveAsync(Ct);

        Assert.Equal(0, await unit.Db.Contacts.CountAsync(Ct));
    }

    private static string WithoutParameters(string query) => string.Join('\n', query.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));

    private static async Task<(TestOrganization Mine, TestOrganization Theirs)> TwoAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var (mine, theirs) = (await TestOrganization.CreateAsync(fixture), await TestOrganization.CreateAsync(fixture, "Other Lending"));
        foreach (var organization in new[] { mine, theirs }) await organization.SaveAsync(unit => unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock")));
        return (mine, theirs);
    }
}
