using System.Globalization;
using System.Security.Cryptography;

namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>What lies on disk around a private cluster: <c>cluster</c>, <c>lock</c>, <c>port</c> and one password file per role.</summary>
internal sealed class ClusterFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string root;

    private ClusterFolder(string root) => this.root = root;

    /// <summary>PostgreSQL's own data directory.</summary>
    public string Cluster => Path.Combine(root, "cluster");

    /// <summary>What the server writes when it cannot start.</summary>
    public string LogFile => Path.Combine(Cluster, "server.log");

    /// <summary>The version that made the cluster, or null while there is none.</summary>
    public int? Version => File.Exists(Path.Combine(Cluster, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")), CultureInfo.InvariantCulture)
        : null;

    /// <summary>The port of the last start, so that bookmarks of other tools stay good; 0 when there was none.</summary>
    public int LastPort
    {
        get => File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) ? port : 0;
        set => File.WriteAllText(PortFile, value.ToString(CultureInfo.InvariantCulture));
    }

    private string PortFile => Path.Combine(root, "port");

    /// <summary>Makes the folder if needed. Root's is passed through by the user that runs PostgreSQL; nobody else can list it.</summary>
    public static ClusterFolder At(string root)
    {
        if (OperatingSystem.IsWindows())
            throw new StartUpRefusedException("ConnectionStrings__Crm is not set, and the built-in database runs on Linux and macOS only: set it to a PostgreSQL server.");
        try
        {
            Directory.CreateDirectory(root, Environment.IsPrivilegedProcess ? OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : OwnerOnly);
            return new(root);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new StartUpRefusedException($"The data folder {root} cannot be made: set CRMSTUDIO_DATA to a folder you may write to.");
        }
    }

    /// <summary>An empty place to make a cluster in, given to the user that runs PostgreSQL. What an interrupted start left there is cleared away.</summary>
    public async Task<string> FreshAsync(CancellationToken ct)
    {
        var fresh = Cluster + ".new";
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        if (!OperatingSystem.IsWindows()) Directory.CreateDirectory(fresh, OwnerOnly);
        await PostgresTools.GiveAsync(fresh, ct);
        return fresh;
    }

    /// <summary>The password kept under this name, in a file only its owner reads; made at first use.</summary>
    public string PasswordFor(string name)
    {
        var file = PasswordFile(name);
        if (!File.Exists(file)) WriteSecret(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        return File.ReadAllText(file);
    }

    /// <summary>Where that password is kept.</summary>
    public string PasswordFile(string name) => Path.Combine(root, name + ".password");

    private static void WriteSecret(string file, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(secret);
    }
}
