using CrmStudio.Domain.Pipelines;
using Npgsql;

namespace CrmStudio.Load.Seeding;

/// <summary>The stages and endings of an organization, as loans name them.</summary>
internal sealed record SeededPipeline(Guid Id, IReadOnlyDictionary<Milestone, Guid> Stages, IReadOnlyList<Guid> Endings)
{
    public static async Task<SeededPipeline> ReadAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        var (pipeline, stages, endings) = (Guid.Empty, new Dictionary<Milestone, Guid>(), new List<Guid>());
        await using (var read = new NpgsqlCommand("select pipeline_id, id, milestone from pipeline_stages", owner))
        await using (var rows = await read.ExecuteReaderAsync(ct))
            while (await rows.ReadAsync(ct))
            {
                pipeline = rows.GetGuid(0);
                stages[Enum.Parse<Milestone>(rows.GetString(2))] = rows.GetGuid(1);
            }
        await using (var read = new NpgsqlCommand("select id from pipeline_endings order by position", owner))
        await using (var rows = await read.ExecuteReaderAsync(ct))
            while (await rows.ReadAsync(ct)) endings.Add(rows.GetGuid(0));
        return new(pipeline, stages, endings);
    }
}
