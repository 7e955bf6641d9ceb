using System.Globalization;
using Npgsql;

namespace CrmStudio.Load.Bench;

/// <summary>What the database costs: CPU time of all server processes, where it runs on this machine.</summary>
public sealed class ServerGauge
{
    private const int Parent = 1, User = 11, ChildrenSystem = 14;   // places in /proc/…/stat behind the name
    private const double TicksPerSecond = 100;
    private readonly string postmaster;

    private ServerGauge(string postmaster) => this.postmaster = postmaster;

    public static async Task<ServerGauge> OfAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand("select pg_backend_pid()", connection);
        return new ServerGauge(Stat(Convert.ToString(await ask.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture)!)![Parent]);
    }

    /// <summary>User and system time so far, with that of connections that are closed.</summary>
    public TimeSpan Cpu
    {
        get
        {
            var processes = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => char.IsAsciiDigit(name[0])).Select(Stat);
            var mine = processes.OfType<string[]>().Where(stat => stat[Parent] == postmaster).Sum(stat => Ticks(stat, User, User + 1));
            return TimeSpan.FromSeconds((mine + Ticks(Stat(postmaster)!, User, ChildrenSystem)) / TicksPerSecond);
        }
    }

    private static long Ticks(string[] stat, int from, int to) => stat[from..(to + 1)].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture));

    private static string[]? Stat(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;   // ended meanwhile
        }
    }
}
