using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>Three organizations with rows in every tenant table, and the means to attack one as another.</summary>
internal sealed class IsolationMatrix
{
    private const int RowsEach = 3;

    private static readonly Lazy<Task<IsolationMatrix>> shared = new(async () => await StartAsync((await CrmFixture.SharedAsync()).Strings));
    private static readonly Lazy<Task<IsolationMatrix>> breakable = new(async () => await StartAsync(await SchemaDatabase.StringsAsync()));

    private readonly string app;
    private readonly string superuser;

    private IsolationMatrix(RowFactory rows, string app, string superuser, TenantRows[] organizations) =>
        (Rows, this.app, this.superuser, A, B, C) = (rows, app, superuser, organizations[0], organizations[1], organizations[2]);

    public RowFactory Rows { get; }

    public TenantRows A { get; }

    public TenantRows B { get; }

    public TenantRows C { get; }

    /// <summary>In the database the other tests use.</summary>
    public static Task<IsolationMatrix> SharedAsync() => shared.Value;

    /// <summary>In the database whose schema may be broken.</summary>
    public static Task<IsolationMatrix> BreakableAsync() => breakable.Value;

    /// <summary>
    /// Tries attacks on B as A, each in a transaction that is committed, so that what it did would stay. The connection is a
    /// fresh one: where none is to be bound, it never heard of an organization.
    /// </summary>
    /// <returns>What leaked; empty when nothing did.</returns>
    public async Task<IReadOnlyList<string>> TryAllAsync(IEnumerable<Attack> attacks, ITable table, Binding binding)
    {
        var forged = await ForgeAsync(table);
        var leaks = new List<string>();
        await using var connection = new NpgsqlConnection(app);
        await connection.OpenAsync();
        foreach (var attack in attacks)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await BindAsync(connection, binding);
            if (await TryAsync(attack, new AttackTarget(connection, binding, table, A, B, forged)) is { } leak) leaks.Add(leak);
            if (!attack.AddsOwnRow) await transaction.CommitAsync();   // a refused transaction rolls back by itself
        }
        return leaks;
    }

    /// <summary>Tries an attack on whatever connection the target names.</summary>
    public static async Task<string?> TryAsync(Attack attack, AttackTarget target)
    {
        try
        {
            return await attack.TryAsync(target) is { } leak ? $"{attack.Name} on {target.Table.Name}, bound to {target.Binding}: {leak}" : null;
        }
        catch (PostgresException refused) when (attack.Refusals.Contains(refused.SqlState) || (target.Binding == Binding.Garbage && refused.SqlState == PostgresErrorCodes.InvalidTextRepresentation))
        {
            return null;
        }
        catch (PostgresException odd)
        {
            return $"{attack.Name} on {target.Table.Name}, bound to {target.Binding}: answered {odd.SqlState} {odd.MessageText}";
        }
    }

    public async Task BindAsync(NpgsqlConnection connection, Binding binding)
    {
        if (binding == Binding.Never) return;
        await using var bind = new NpgsqlCommand("select set_config('app.org_id', $1, true)", connection)
        {
            Parameters = { new() { Value = binding switch { Binding.Own => A.OrgId.ToString(), Binding.Garbage => "' or true --", _ => "" } } },
        };
        await bind.ExecuteNonQueryAsync();
    }

    public async Task<Dictionary<string, object>> ForgeAsync(ITable table)
    {
        await using var connection = await SuperuserAsync();
        return await Rows.AnotherAsync(connection, table, A);
    }

    /// <summary>One hash over every row of an organization in every table, with its version.</summary>
    public async Task<string> HashAsync(TenantRows organization)
    {
        await using var connection = await SuperuserAsync();
        var each = Rows.TenantTables.Select(table => $"(select coalesce(string_agg(t::text || t.xmin, '|' order by t.id), '') from {table.Name} t where t.org_id = $1)");
        await using var command = new NpgsqlCommand($"select md5({string.Join(" || '#' || ", each)})", connection) { Parameters = { new() { Value = organization.OrgId } } };
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async Task<NpgsqlConnection> SuperuserAsync()
    {
        var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<IsolationMatrix> StartAsync(CrmConnectionStrings strings)
    {
        var app = new NpgsqlConnectionStringBuilder(strings.App) { Pooling = false, MaxAutoPrepare = 0 };
        var superuser = await SchemaDatabase.SuperuserAsync(app.Database!);
        var factory = new RowFactory();
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        var organizations = new TenantRows[3];
        for (var i = 0; i < organizations.Length; i++)
        {
            var id = Guid.CreateVersion7();
            await using var insert = new NpgsqlCommand("insert into organizations (id, slug, name, time_zone, is_demo, created_at) values ($1, $2, 'Matrix', 'America/New_York', false, now())", connection)
            {
                Parameters = { new() { Value = id }, new() { Value = id.ToString("n") } },
            };
            await insert.ExecuteNonQueryAsync();
            organizations[i] = await factory.FillAsync(connection, id, RowsEach);
        }
        await using var analyze = new NpgsqlCommand("analyze", connection);
        await analyze.ExecuteNonQueryAsync();
        return new IsolationMatrix(factory, app.ConnectionString, superuser, organizations);
    }

    /// <summary>Tables of the catalog that should be tenant tables; partitions are reached through their parent.</summary>
    public async Task<IReadOnlyList<string>> CatalogTablesAsync()
    {
        await using var connection = await SuperuserAsync();
        await using var command = new NpgsqlCommand("""
            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and not starts_with(c.relname::text, $1) and c.relname::text <> all ($2)
            order by 1
            """, connection) { Parameters = { new() { Value = Tables.QuartzPrefix }, new() { Value = Tables.Shared.Keys.ToArray() } } };
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }
}
