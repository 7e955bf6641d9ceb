using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>PostgreSQL's own programs as installed on this machine, run as a user that PostgreSQL accepts.</summary>
internal sealed partial class PostgresTools
{
    /// <summary>PostgreSQL refuses to run as root; its packages create this user.</summary>
    public const string Account = "postgres";

    private PostgresTools(string folder, int version) => (Folder, Version) = (folder, version);

    /// <summary>Where the programs are.</summary>
    public string Folder { get; }

    /// <summary>Their major version; a cluster runs only on the version that made it.</summary>
    public int Version { get; }

    /// <summary>The newest installed version, or exactly <paramref name="version"/> when a cluster asks for it.</summary>
    public static async Task<PostgresTools> FindAsync(int? version, CancellationToken ct)
    {
        foreach (var folder in Candidates().Where(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl"))))
        {
            var found = MajorVersion().Match((await RunProcessAsync(Path.Combine(folder, "initdb"), ["--version"], ct)).Text);
            if (found.Success && int.Parse(found.Value, CultureInfo.InvariantCulture) is var major && (version ?? major) == major) return new(folder, major);
        }
        throw new StartUpRefusedException(version is null
            ? "No PostgreSQL is installed here and ConnectionStrings__Crm is not set: install it (Debian, Ubuntu: apt-get install postgresql) or set ConnectionStrings__Crm to a server."
            : $"The data folder was made by PostgreSQL {version}, which is not installed here: install that version, or set CRMSTUDIO_DATA to another folder.");
    }

    /// <summary>Runs a program and expects it to succeed.</summary>
    public async Task RequireAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var (code, text) = await RunAsync(program, arguments, ct);
        if (code != 0) throw new InvalidOperationException($"{program} ended with {code}: {text.Trim()}");
    }

    /// <summary>Runs one of PostgreSQL's programs.</summary>
    public Task<(int Code, string Text)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct) =>
        RunAsAccountAsync(Path.Combine(Folder, program), arguments, ct);

    /// <summary>Can the user that runs PostgreSQL reach this folder? Not when it is below root's home.</summary>
    public static async Task<bool> CanReachAsync(string folder, CancellationToken ct) =>
        (await RunAsAccountAsync("/usr/bin/test", ["-x", folder], ct)).Code == 0;

    /// <summary>Gives a file or folder to the user that runs PostgreSQL.</summary>
    public static async Task GiveAsync(string path, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess) return;
        var (code, text) = await RunProcessAsync("chown", [$"{Account}:{Account}", path], ct);
        if (code != 0) throw new InvalidOperationException($"chown of {path} ended with {code}: {text.Trim()}");
    }

    private static Task<(int Code, string Text)> RunAsAccountAsync(string program, IEnumerable<string> arguments, CancellationToken ct) =>
        Environment.IsPrivilegedProcess
            ? RunProcessAsync("setpriv", [$"--reuid={Account}", $"--regid={Account}", "--clear-groups", "--", program, .. arguments], ct)
            : RunProcessAsync(program, arguments, ct);

    private static async Task<(int Code, string Text)> RunProcessAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var inherited in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList()) start.Environment.Remove(inherited);
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output + await errors);
    }

    private static IEnumerable<string> Candidates()
    {
        string[] homes = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/Library/PostgreSQL"];
        var installed = homes.Where(Directory.Exists).SelectMany(Directory.GetDirectories)
            .OrderByDescending(f => MajorVersion().Match(Path.GetFileName(f)) is { Success: true } v ? int.Parse(v.Value, CultureInfo.InvariantCulture) : 0)
            .Select(f => Path.Combine(f, "bin"));
        return [.. installed, .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)];
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex MajorVersion();
}
