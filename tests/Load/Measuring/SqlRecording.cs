using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CrmStudio.Load.Measuring;

/// <summary>Writes down the commands EF sends, so that they can be sent again without EF: the anchor of P1.</summary>
internal sealed class SqlRecording : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly List<(string Sql, NpgsqlParameter[] Parameters)> commands = [];

    private SqlRecording() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Writes down what a call sends.</summary>
    public static async Task<SqlRecording> OfAsync(Func<Task> call)
    {
        using var recording = new SqlRecording();
        await Task.Delay(TimeSpan.FromSeconds(1.5));   // EF remembers for a second that nobody listens
        await call();
        return recording;
    }

    public IReadOnlyList<(string Sql, NpgsqlParameter[] Parameters)> Commands => commands;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { } command }) commands.Add((command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())]));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }

    /// <summary>Sends everything again as the app's role, in a bound transaction, reading every cell.</summary>
    public async Task ReplayAsync(NpgsqlDataSource source, Guid orgId, Guid memberId, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var bind = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new("select set_config('app.org_id', $1, true)") { Parameters = { new() { Value = orgId.ToString() } } },
                new("select m.access_version from members m where m.org_id = $1 and m.id = $2 and m.status = 'Active'") { Parameters = { new() { Value = orgId }, new() { Value = memberId } } },
            },
        }) await bind.ExecuteNonQueryAsync(ct);

        foreach (var (sql, parameters) in commands)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var parameter in parameters) command.Parameters.Add(parameter.Clone());
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) Read(reader);
        }
    }

    private static void Read(DbDataReader reader)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.IsDBNull(i)) continue;
            var type = reader.GetFieldType(i);
            if (type == typeof(Guid)) reader.GetGuid(i);
            else if (type == typeof(string)) reader.GetString(i);
            else if (type == typeof(decimal)) reader.GetDecimal(i);
            else if (type == typeof(int)) reader.GetInt32(i);
            else reader.GetValue(i);
        }
    }

    private static class DbLoggerCategory
    {
        public const string Name = "Microsoft.EntityFrameworkCore";
    }
}
