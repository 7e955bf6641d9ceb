using System.Diagnostics;
using System.Globalization;

namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>The server process a cluster's <c>postmaster.pid</c> speaks of, when it is truly alive.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Port">Where it listens; 0 while it has not said so yet.</param>
internal sealed record Postmaster(int ProcessId, int Port)
{
    /// <summary>
    /// The server running on this cluster, or null. A file left behind by a crash is survived: PostgreSQL itself takes over from a
    /// dead process, but when the number was given to a stranger meanwhile (after a restart of the machine) it would refuse, so that file goes.
    /// </summary>
    public static Postmaster? RunningOn(string cluster)
    {
        var file = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(file)) return null;

        var lines = File.ReadAllLines(file);
        if (lines.Length < 2 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var id)) return null;
        if (CommandOf(id) is not { } command) return null;
        if (!ServesClusterAt(command, lines[1]))
        {
            File.Delete(file);
            return null;
        }
        if (lines[1] != cluster)
            throw new StartUpRefusedException($"The data folder {cluster} is a copy of {lines[1]}, whose server still runs (process {id}): stop that one first, or set CRMSTUDIO_DATA to another folder.");
        return new(id, lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port) ? port : 0);
    }

    private static string[]? CommandOf(int id)
    {
        try
        {
            if (OperatingSystem.IsLinux()) return File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
            using var process = Process.GetProcessById(id);
            return [process.ProcessName];
        }
        catch (Exception gone) when (gone is IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool ServesClusterAt(string[] command, string cluster) =>
        Path.GetFileName(command[0]) == "postgres" && (command.Length == 1 || command.Contains(cluster));
}
