namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>Where and how a private cluster runs.</summary>
/// <param name="Folder">Holds the cluster, its passwords and its lock. Outside the repository, reachable by the user that runs PostgreSQL.</param>
public sealed record EmbeddedPostgresOptions(string Folder)
{
    /// <summary>False only for tests: a crash of the machine may then lose the cluster, and everything is quicker.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How many connections the server accepts.</summary>
    public int MaxConnections { get; init; } = 100;
}
