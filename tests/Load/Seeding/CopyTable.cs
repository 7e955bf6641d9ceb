using System.Diagnostics;
using Npgsql;

namespace CrmStudio.Load.Seeding;

/// <summary>
/// Fills one table: COPY into a temporary table of the same columns, then insert-select, because COPY is refused on tables
/// with row-level security. Says how long each half took.
/// </summary>
public sealed class CopyTable(NpgsqlConnection owner, string table, string columns)
{
    private const int Chunk = 100_000;

    public int Rows { get; private set; }

    /// <summary>The plain COPY: the anchor.</summary>
    public TimeSpan Copied { get; private set; }

    /// <summary>Insert-select with its indexes, foreign keys and policies.</summary>
    public TimeSpan Inserted { get; private set; }

    /// <summary>Runs chunk by chunk, so that the temporary table stays small.</summary>
    /// <param name="lines">Rows in COPY's text format, without line ends.</param>
    /// <param name="ct">Breaks off.</param>
    public async Task RunAsync(IEnumerable<string> lines, CancellationToken ct)
    {
        await RunAsync($"create temporary table seed_{table} as select {columns} from {table} where false", ct);
        foreach (var chunk in lines.Chunk(Chunk))
        {
            var from = Stopwatch.GetTimestamp();
            await using (var copy = await owner.BeginTextImportAsync($"copy seed_{table} ({columns}) from stdin", ct))
                foreach (var line in chunk)
                {
                    await copy.WriteAsync(line);
                    await copy.WriteAsync('\n');
                }
            Copied += Stopwatch.GetElapsedTime(from);

            from = Stopwatch.GetTimestamp();
            await RunAsync($"insert into {table} ({columns}) select {columns} from seed_{table}", ct);
            Inserted += Stopwatch.GetElapsedTime(from);
            await RunAsync($"truncate seed_{table}", ct);
            Rows += chunk.Length;
        }
        await RunAsync($"drop table seed_{table}", ct);
    }

    private async Task RunAsync(string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, owner) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
