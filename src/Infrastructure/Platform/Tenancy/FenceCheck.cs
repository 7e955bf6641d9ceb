using CrmStudio.Infrastructure.Platform.Persistence;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Tenancy;

/// <summary>
/// Reads PostgreSQL's catalog and says what is wrong with the fence. Runs at every start and in the tests; nothing in it knows
/// the tables beforehand, so a new table is covered the day it is added.
/// </summary>
public static class FenceCheck
{
    /// <summary>Every hole found, one sentence each; empty when the fence stands.</summary>
    /// <param name="connection">An open connection as the role the app runs as.</param>
    /// <param name="ct">Cancels the check.</param>
    public static Task<IReadOnlyList<string>> HolesAsync(NpgsqlConnection connection, CancellationToken ct) => HolesAsync(connection, null, ct);

    /// <summary>Every hole found, when the app is to run as a role other than the one connected.</summary>
    /// <param name="connection">An open connection as any role.</param>
    /// <param name="role">The role the app runs as; null for the connection's own.</param>
    /// <param name="ct">Cancels the check.</param>
    public static async Task<IReadOnlyList<string>> HolesAsync(NpgsqlConnection connection, string? role, CancellationToken ct)
    {
        var holes = new List<string>();
        foreach (var sql in FenceQuestions.All)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.Add(new() { ParameterName = "role", Value = role ?? connection.UserName });
            command.Parameters.Add(new() { ParameterName = "shared", Value = Tables.Shared.Keys.ToArray() });
            command.Parameters.Add(new() { ParameterName = "quartz", Value = Tables.QuartzPrefix });
            command.Parameters.Add(new() { ParameterName = "append_only", Value = Tables.AppendOnly.ToArray() });
            command.Parameters.Add(new() { ParameterName = "movable", Value = Tables.Movable.SelectMany(moved => new[] { $"{moved.Key}.{moved.Value}", $"{moved.Key}.updated_at" }).ToArray() });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) holes.Add(reader.GetString(0));
        }
        return holes;
    }
}
