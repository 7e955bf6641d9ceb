using CrmStudio.Browser.Harness;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Browser.Amounts;

/// <summary>
/// The demo in a database of its own, with one recognisable amount in every column of money there is, whatever table it stands in, and an app
/// that serves it. A column that is added holds it on that day.
/// </summary>
internal sealed class CanaryCage : IAsyncDisposable
{
    /// <summary>The amount.</summary>
    public const decimal Amount = 417_389.21m;

    // What a loan is measured against: with it every loan to value is 79.74.
    private const decimal Value = 523_456.78m;
    private static readonly string[] values = ["purchase_price", "appraised_value"];
    private readonly string superuser;

    private CanaryCage(AppProcess app, string superuser) => (App, this.superuser) = (app, superuser);

    public AppProcess App { get; }

    /// <summary>Columns that hold it.</summary>
    public IReadOnlyList<string> Filled { get; private set; } = [];

    public static async Task<CanaryCage> OpenAsync()
    {
        var strings = await TestCluster.CreateDatabaseAsync($"canary_{Guid.NewGuid():n}");
        await Migrator.MigrateAsync(strings.Owner, strings.App, NullLoggerFactory.Instance, CancellationToken.None);
        var app = await AppProcess.StartAsync(strings);
        var cage = new CanaryCage(app, new NpgsqlConnectionStringBuilder(await TestCluster.SuperuserAsync()) { Database = new NpgsqlConnectionStringBuilder(strings.Owner).Database }.ConnectionString);
        await cage.FillAsync();
        return cage;
    }

    /// <summary>The first value of the first row.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task FillAsync()
    {
        await using var connection = await ConnectAsync();
        List<(string Table, string Column)> money = [];
        await using (var find = new NpgsqlCommand("select table_name, column_name from information_schema.columns where table_schema = 'public' and numeric_precision = 18 and numeric_scale = 2 and is_generated = 'NEVER' order by 1, 2", connection))
        await using (var reader = await find.ExecuteReaderAsync())
            while (await reader.ReadAsync()) money.Add((reader.GetString(0), reader.GetString(1)));

        List<string> filled = [];
        foreach (var table in money.GroupBy(column => column.Table))
        {
            var sets = table.Select(column => FormattableString.Invariant($"{column.Column} = {(values.Contains(column.Column) ? Value : Amount)}"));
            await using var fill = new NpgsqlCommand($"update {table.Key} set {string.Join(", ", sets)}", connection);
            if (await fill.ExecuteNonQueryAsync() > 0) filled.AddRange(table.Select(column => $"{column.Table}.{column.Column}"));
        }
        Filled = filled;
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        return connection;
    }
}
