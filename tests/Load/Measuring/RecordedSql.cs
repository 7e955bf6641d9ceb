using System.Data.Common;
using CrmStudio.Load.Bench;
using Npgsql;

namespace CrmStudio.Load.Measuring;

/// <summary>Commands that were written down.</summary>
public sealed class RecordedSql(IReadOnlyList<(string Sql, NpgsqlParameter[] Parameters)> commands)
{
    public int Count => commands.Count;

    /// <summary>Sends everything again as the app's role, in a bound transaction, reading every cell.</summary>
    public async Task ReplayAsync(NpgsqlDataSource source, BenchMember member, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var bind = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new("select set_config('app.org_id', $1, true)") { Parameters = { new() { Value = member.OrgId.ToString() } } },
                new("select m.access_version from members m where m.org_id = $1 and m.id = $2 and m.status = 'Active'") { Parameters = { new() { Value = member.OrgId }, new() { Value = member.Id } } },
            },
        }) await bind.ExecuteNonQueryAsync(ct);

        foreach (var (sql, parameters) in commands)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var parameter in parameters) command.Parameters.Add(parameter.Clone());
            await using var reader = await command.ExecuteReaderAsync(ct);
            var cells = Enumerable.Range(0, reader.FieldCount).Select(place => Cell(reader, place)).ToArray();
            while (await reader.ReadAsync(ct))
                foreach (var read in cells) read();
        }
    }

    private static Action Cell(DbDataReader reader, int place) => reader.GetFieldType(place) switch
    {
        var type when type == typeof(Guid) => Reading<Guid>(reader, place),
        var type when type == typeof(decimal) => Reading<decimal>(reader, place),
        var type when type == typeof(int) => Reading<int>(reader, place),
        var type when type == typeof(long) => Reading<long>(reader, place),
        var type when type == typeof(uint) => Reading<uint>(reader, place),
        var type when type == typeof(bool) => Reading<bool>(reader, place),
        var type when type == typeof(DateTime) => Reading<DateTime>(reader, place),
        var type when type == typeof(DateOnly) => Reading<DateOnly>(reader, place),
        _ => Reading<string>(reader, place),
    };

    private static Action Reading<T>(DbDataReader reader, int place) => () =>
    {
        if (!reader.IsDBNull(place)) reader.GetFieldValue<T>(place);
    };
}
