using System.Reflection;
using CrmStudio.App.Hosting;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.Architecture.Tests;

/// <summary>The house as it was built: its assemblies, its source files, and its street.</summary>
internal static class House
{
    /// <summary>Rooms in street order. A room may look back, never forward.</summary>
    public static readonly string[] Street =
    [
        "Access", "Compliance", "Billing", "Integrations", "Contacts", "Leads", "Inbox", "Pipelines", "Loans", "Partners", "Sales", "Proposals",
        "Campaigns", "Coaching", "Automation", "Mobile",
    ];

    public static readonly Assembly Domain = typeof(Entity).Assembly;
    public static readonly Assembly Infrastructure = typeof(CrmDbContext).Assembly;
    public static readonly Assembly App = typeof(Features).Assembly;
    public static readonly Assembly Migrations = Assembly.Load("CrmStudio.Migrations");
    public static readonly IReadOnlyList<Assembly> Floors = [Domain, Infrastructure, App];

    public static string Root { get; } = FindRoot();

    /// <summary>Every hand-written source file below a folder of the repository.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(Path.Combine(Root, file))));

    /// <summary>The room a namespace belongs to; null outside of the rooms (Common, Platform, Shell, Kit, Hosting).</summary>
    public static string? RoomOf(string? place) => place?.Split('.') is [_, _, var room, ..] && Street.Contains(room) ? room : null;

    /// <summary>Fails with every offender by name, one to a line.</summary>
    public static void None(IEnumerable<object?> offenders)
    {
        var named = offenders.Select(offender => offender!.ToString()).Distinct().Order(StringComparer.Ordinal).ToList();
        if (named.Count > 0) Assert.Fail(string.Join('\n', named));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CrmStudio.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
