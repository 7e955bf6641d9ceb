using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>One way to reach another organization's rows, tried inside an open transaction.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="TryAsync">Tries it; answers with what leaked, or null when nothing did.</param>
/// <param name="Refusals">SQL states that count as refused.</param>
internal sealed record Attack(string Name, Func<AttackTarget, Task<string?>> TryAsync, params string[] Refusals)
{
    /// <summary>True when the attack adds a row of the attacker's own, which is taken back afterwards.</summary>
    public bool AddsOwnRow { get; init; }
}

/// <summary>Whose rows are attacked, from where.</summary>
/// <param name="Connection">The attacker's connection, in a transaction.</param>
/// <param name="Binding">What the transaction is bound to.</param>
/// <param name="Table">The table.</param>
/// <param name="Mine">Rows of the attacker's organization.</param>
/// <param name="Theirs">Rows of the organization attacked.</param>
/// <param name="Forged">A row the attacker would like to add: complete, in their own organization.</param>
internal sealed record AttackTarget(NpgsqlConnection Connection, Binding Binding, ITable Table, TenantRows Mine, TenantRows Theirs, IReadOnlyDictionary<string, object> Forged)
{
    public Guid TheirId => Theirs.IdOf(Table.Name);

    public Dictionary<string, object> ForgedWith(params (string Column, object Value)[] changes)
    {
        var row = new Dictionary<string, object>(Forged, StringComparer.Ordinal);
        foreach (var (column, value) in changes) row[column] = value;
        return row;
    }

    /// <summary>Rows a statement touched, or gave back.</summary>
    public async Task<int> AffectedAsync(string sql)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>What leaked when a statement gives back organizations: any but the bound one.</summary>
    public async Task<string?> ForeignAsync(string sql)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var seen = 0;
        while (await reader.ReadAsync())
        {
            seen++;
            if (Binding != Binding.Own || reader.GetGuid(0) != Mine.OrgId) return $"gave back a row of {reader.GetGuid(0)}";
        }
        return Binding == Binding.Own && seen < Mine.Of(Table.Name).Count ? "gave back less than the own rows: the attack proves nothing" : null;
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, Connection);
        command.Parameters.Add(new() { ParameterName = "their_id", Value = TheirId });
        command.Parameters.Add(new() { ParameterName = "their_org", Value = Theirs.OrgId });
        command.Parameters.Add(new() { ParameterName = "my_id", Value = Mine.IdOf(Table.Name) });
        return command;
    }
}
