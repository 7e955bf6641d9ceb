using System.Text.Json;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Live;

/// <summary>Tells the other nodes who has which record open. It reads and writes no table.</summary>
public sealed class PresenceVoice(NpgsqlDataSource source)
{
    /// <summary>Says it to every node, this one too.</summary>
    public async Task SayAsync(IReadOnlyCollection<Sighting> sightings, CancellationToken ct)
    {
        foreach (var some in sightings.Chunk(Sighting.PerNotice))
        {
            await using var notify = source.CreateCommand("select pg_notify($1, $2)");
            notify.Parameters.Add(new() { Value = Sighting.Channel });
            notify.Parameters.Add(new() { Value = JsonSerializer.Serialize(some) });
            await notify.ExecuteNonQueryAsync(ct);
        }
    }
}
