using CrmStudio.Testing.Postgres;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Postgres;

public sealed class DatabaseRolesTests
{
    [Theory]
    [InlineData("create table mine (id int)")]
    [InlineData("create schema mine")]
    [InlineData("create temporary table mine (id int)")]
    [InlineData("truncate ledger")]
    [InlineData("alter table ledger disable row level security")]
    [InlineData("drop table ledger")]
    [InlineData("create policy mine on ledger using (true)")]
    [InlineData("create trigger mine before insert on ledger for each row execute function suppress_redundant_updates_trigger()")]
    [InlineData("set role crm_owner")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("copy ledger to program 'true'")]
    [InlineData("alter role crm_app bypassrls")]
    public async Task The_app_role_may_not(string statement)
    {
        var app = await LedgerAsync();

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(app, statement));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task No_statement_of_the_app_starts_workers_of_its_own()
    {
        await using var app = await OpenAsync(await LedgerAsync());
        await using var command = new NpgsqlCommand("show max_parallel_workers_per_gather", app);

        Assert.Equal("0", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("crm_app")]
    [InlineData("crm_owner")]
    public async Task Neither_role_is_above_the_fence(string role)
    {
        await LedgerAsync();
        await using var superuser = await OpenAsync(await TestCluster.SuperuserAsync());
        await using var command = new NpgsqlCommand("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = $1", superuser)
        {
            Parameters = { new() { Value = role } },
        };

        Assert.False((bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }

    [Fact]
    public async Task The_app_role_belongs_to_nobody_and_owns_nothing()
    {
        var app = await LedgerAsync();
        await using var connection = await OpenAsync(app);
        await using var command = new NpgsqlCommand("""
            select (select count(*) from pg_class where relowner = 'crm_app'::regrole)
                 + (select count(*) from pg_auth_members where member = 'crm_app'::regrole or roleid = 'crm_app'::regrole)
            """, connection);

        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_app_role_sees_no_row_that_a_policy_hides_and_the_owner_neither_when_forced()
    {
        var strings = await TestCluster.CreateDatabaseAsync("roles");
        var app = await LedgerAsync();
        await RunAsync(strings.Owner, """
            begin;
            drop table if exists hidden;
            create table hidden (id int);
            insert into hidden values (1);
            alter table hidden enable row level security;
            alter table hidden force row level security;
            commit;
            """);

        Assert.Equal(0L, await CountAsync(app, "hidden"));
        Assert.Equal(0L, await CountAsync(strings.Owner, "hidden"));
    }

    [Fact]
    public async Task The_app_role_reads_and_writes_rows_of_tables_that_the_owner_makes_later()
    {
        var app = await LedgerAsync();

        await RunAsync(app, "insert into ledger (note) values ('paid'); update ledger set note = 'cleared' where note = 'paid'; delete from ledger where note = 'cleared'");
    }

    [Fact]
    public async Task Provisioning_twice_changes_nothing()
    {
        var first = await TestCluster.CreateDatabaseAsync("roles");

        Assert.Equal(first, await TestCluster.CreateDatabaseAsync("roles"));
    }

    private static async Task<string> LedgerAsync()
    {
        var strings = await TestCluster.CreateDatabaseAsync("roles");
        await RunAsync(strings.Owner, "create table if not exists ledger (id bigserial primary key, note text)");
        return strings.App;
    }

    private static async Task<long> CountAsync(string connectionString, string table)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task RunAsync(string connectionString, string statement)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
