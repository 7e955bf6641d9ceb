using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>The database the app was told to use, or a private one made for it. Dispose it last: it stops the private one.</summary>
public sealed class CrmDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;
    private readonly string? owner;

    private CrmDatabase(string app, string? owner, EmbeddedPostgres? embedded) => (App, this.owner, this.embedded) = (app, owner, embedded);

    /// <summary>The app role's way in: everything the app does.</summary>
    public string App { get; }

    /// <summary>The owner's way in, for migrations. A node that only serves people need not have it; asking for it then refuses.</summary>
    public string Owner => owner ?? throw new StartUpRefusedException("ConnectionStrings__CrmOwner is not set: migrations sign in as the owner of the database.");

    /// <summary>Can this process migrate?</summary>
    public bool HasOwner => owner is not null;

    /// <summary>True when the private cluster is in use.</summary>
    public bool IsEmbedded => embedded is not null;

    /// <summary>Uses the given server, or starts the private cluster below <paramref name="dataFolder"/> when none is given.</summary>
    public static async Task<CrmDatabase> OpenAsync(string? app, string? owner, string dataFolder, ILogger log, CancellationToken ct = default)
    {
        if (app is not null)
            return new(Checked(app, "ConnectionStrings__Crm"), owner is null ? null : Checked(owner, "ConnectionStrings__CrmOwner"), null);
        if (owner is not null)
            throw new StartUpRefusedException("ConnectionStrings__Crm is not set although ConnectionStrings__CrmOwner is: set both, or neither to use the built-in database.");

        var server = await EmbeddedPostgres.StartAsync(new(Path.Combine(dataFolder, "postgres")), log, ct);
        try
        {
            var made = await DatabaseRoles.ProvisionAsync(server.SuperuserConnectionString, server.PasswordFor("owner"), server.PasswordFor("app"), ct: ct);
            return new(made.App, made.Owner, server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Closes the pools and stops the private cluster, if there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (embedded is null) return;
        NpgsqlConnection.ClearAllPools();
        await embedded.DisposeAsync();
    }

    private static string Checked(string connectionString, string setting)
    {
        NpgsqlConnectionStringBuilder parsed;
        try
        {
            parsed = new(connectionString);
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StartUpRefusedException($"{setting} is not a connection string that Npgsql understands.");
        }
        if (parsed.NoResetOnClose)
            throw new StartUpRefusedException($"{setting} contains No Reset On Close, with which the next user of a pooled connection would inherit an organization: remove it.");
        if (string.IsNullOrEmpty(parsed.Host))
            throw new StartUpRefusedException($"{setting} names no Host.");

        // What the app relies on, unless the setting says otherwise.
        if (parsed.MaxAutoPrepare == 0) (parsed.MaxAutoPrepare, parsed.AutoPrepareMinUsages) = (50, 2);
        parsed.ApplicationName ??= "crmstudio";
        return parsed.ConnectionString;
    }
}
