using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Compliance;

public sealed class RulePackLoaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update rule_versions set days = 1")]
    [InlineData("delete from regulatory_parameters")]
    [InlineData("insert into loaded_rule_packs values ('x', 'x', '2026-01-01', now())")]
    public async Task The_app_reads_rules_and_changes_none(string sql)
    {
        await using var connection = new NpgsqlConnection((await CrmFixture.SharedAsync()).Strings.App);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).SqlState);
    }

    [Fact]
    public async Task Migrating_loads_the_rules_that_came_with_the_program()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);

        var book = await organization.SaveAsync(async unit => await fixture.Services.GetRequiredService<RuleBooks>().ReadAsync(unit, Ct));

        Assert.Equal(RulePack.Shipped.Version, book.Version);
        Assert.All(RulePack.Shipped.Rules, rule => Assert.Equal((rule.Days, rule.Citation), (book.Rule(rule.Code, rule.EffectiveFrom)!.Days, book.Rule(rule.Code, rule.EffectiveFrom)!.Citation)));
        Assert.Equal(11, book.Holidays.Count);
    }

    [Fact]
    public async Task A_newer_pack_takes_the_place_of_the_older_and_the_older_node_is_not_turned_away()
    {
        var strings = await CrmStudio.Testing.Postgres.TestCluster.CreateDatabaseAsync("rule_packs");
        await Migrator.MigrateAsync(strings.Owner, strings.App, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, Ct);
        await using var db = new CrmDbContext((DbContextOptions<CrmDbContext>)new DbContextOptionsBuilder<CrmDbContext>().UseCrm(strings.Owner).Options);
        var newer = RulePack.Shipped with { Version = "2027.1", Digest = "newer", Rules = [.. RulePack.Shipped.Rules.Skip(1)] };

        await RulePackLoader.LoadAsync(db, newer, TimeProvider.System, Ct);
        await RulePackLoader.LoadAsync(db, newer, TimeProvider.System, Ct);

        Assert.Equal(newer.Rules.Count, await db.Set<RuleVersion>().CountAsync(Ct));
        await using var connection = new NpgsqlConnection(strings.App);
        await connection.OpenAsync(Ct);
        Assert.True(await RulePackLoader.IsLoadedAsync(connection, newer, Ct));
        Assert.True(await RulePackLoader.IsLoadedAsync(connection, RulePack.Shipped, Ct));
        Assert.False(await RulePackLoader.IsLoadedAsync(connection, newer with { Digest = "never" }, Ct));
    }
}
