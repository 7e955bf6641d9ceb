using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CrmStudio.Load.Bench;

namespace CrmStudio.Load.Report;

/// <summary>Every figure's latest value, kept beside the bench's data; <c>docs/measurements.md</c> is written from it.</summary>
public static class FigureBook
{
    private static readonly JsonSerializerOptions readable = new() { WriteIndented = true };
    private static readonly string file = Path.Combine(BenchDatabase.DataFolder, "figures.json"), gapFile = Path.Combine(BenchDatabase.DataFolder, "gaps.json");

    /// <summary>Says a figure without keeping it: small blocks show only the way.</summary>
    public static void Try(Figure figure) => Paper.Say(Line(figure));

    public static void Keep(Figure figure)
    {
        var kept = figure with { At = TimeProvider.System.GetUtcNow(), Commit = Git("rev-parse --short HEAD") };
        var others = Read().Where(other => (other.Goal, other.Measure) != (figure.Goal, figure.Measure));
        var all = others.Append(kept).OrderBy(other => Place(other.Goal)).ThenBy(other => other.Measure, StringComparer.Ordinal).ToList();
        Write(all, ReadGaps());
        Paper.Say(Line(kept));
    }

    /// <summary>Notes that a measure was taken, so that rows of it which are no more go, or why it was not: then older rows stay and say of when they are.</summary>
    /// <param name="goal">Name of the measure.</param>
    /// <param name="begun">When it began.</param>
    /// <param name="why">Why it was not taken; null when it was.</param>
    public static void Taken(string goal, DateTimeOffset begun, string? why)
    {
        var gaps = ReadGaps().Where(gap => gap.Goal != goal).ToList();
        if (why is not null) gaps.Add(new(goal, why, begun));
        var figures = Read();
        if (why is null) figures.RemoveAll(figure => figure.Goal == goal && figure.At < begun);
        Write(figures, [.. gaps.OrderBy(gap => Place(gap.Goal))]);
    }

    private static void Write(IReadOnlyList<Figure> figures, IReadOnlyList<Gap> gaps)
    {
        Directory.CreateDirectory(BenchDatabase.DataFolder);
        File.WriteAllText(file, JsonSerializer.Serialize(figures, readable));
        File.WriteAllText(gapFile, JsonSerializer.Serialize(gaps, readable));
        File.WriteAllText(Path.Combine(Repository.Root, "docs", "measurements.md"), Page(figures, gaps));
    }

    private static List<Gap> ReadGaps() => File.Exists(gapFile) ? JsonSerializer.Deserialize<List<Gap>>(File.ReadAllText(gapFile), readable)! : [];

    private static List<Figure> Read() => File.Exists(file) ? JsonSerializer.Deserialize<List<Figure>>(File.ReadAllText(file), readable)! : [];

    private static int Place(string goal) => goal.StartsWith('P') && int.TryParse(goal.AsSpan(1), out var number) ? number : 100;

    private static string Page(IReadOnlyList<Figure> figures, IReadOnlyList<Gap> gaps)
    {
        var page = new StringBuilder();
        page.AppendLine("# Measurements").AppendLine()
            .AppendLine("Written by `scripts/bench report`; do not edit. Each ratio is ours divided by the anchor measured in the same run, in interleaved blocks, as the median with the lowest and highest pair. CPU is the server process's user and system time. Limits are those of the goal table: \"moonshot\" and \"must\" say which is reached, \"missed\" that the must is not; figures without a limit are told beside the others.").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Machine: {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GB, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}; the driver, the app and PostgreSQL share it. Load is the machine's one-minute average before and after.").AppendLine()
            .AppendLine("To repeat: `scripts/bench report` seeds two organizations (250,000 loans and 1,000,000 contacts; 10,000 and 40,000) in a cluster of its own, publishes the app in Release, starts it in processes of its own and measures everything within fifteen minutes; `--whole` takes an hour for larger blocks, `--seeded` keeps the rows that are there, and `scripts/bench report P1 P8` measures only these. `CRMSTUDIO_DATA` names the folder, else it is /var/tmp/crmstudio-bench.").AppendLine()
            .AppendLine("| goal | measure | ours | anchor | ratio | spread | must | moonshot | verdict |").AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var figure in figures) page.AppendLine(Row(figure));
        if (gaps.Count > 0)
        {
            page.AppendLine().AppendLine("## Not taken in the latest run").AppendLine();
            foreach (var gap in gaps) page.AppendLine(CultureInfo.InvariantCulture, $"- {gap.Goal}, {gap.At:yyyy-MM-dd HH:mm} UTC: {gap.Why}.{(figures.Any(figure => figure.Goal == gap.Goal) ? " What stands above of it is of an earlier run." : "")}");
        }

        page.AppendLine().AppendLine("## When, and what to know").AppendLine().AppendLine("| goal | measure | measured | commit | load | note |").AppendLine("|---|---|---|---|---|---|");
        foreach (var figure in figures)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {figure.Goal} | {figure.Measure} | {figure.At:yyyy-MM-dd HH:mm} UTC | {figure.Commit} | {figure.Load} | {figure.Note} |");
        return page.ToString();
    }

    private static string Row(Figure figure) =>
        $"| {figure.Goal} | {figure.Measure} | {Number(figure.Ours)} {figure.Unit} | {(figure.Anchor is { } anchor ? $"{Number(anchor)} {figure.Unit} ({figure.AnchorName})" : figure.AnchorName)} | {(figure.Ratio is { } ratio ? Number(ratio) : "")} | {figure.Spread} | {Limits(figure.Must, figure.AlsoMust, figure.Unit)} | {Limits(figure.Moonshot, figure.AlsoMoonshot, figure.Unit)} | {figure.Verdict} |";

    private static string Limits(Limit? limit, Limit? also, string unit) => also is null ? $"{limit}" : $"{limit} and {also} {unit}";

    private static string Line(Figure figure) =>
        $"{figure.Goal,-5} {figure.Measure}: {Number(figure.Ours)} {figure.Unit}{(figure.Anchor is { } anchor ? $", anchor {Number(anchor)} ({figure.AnchorName}), ratio {Number(figure.Ratio!.Value)}" : "")}{(figure.Spread is null ? "" : $" [{figure.Spread}]")}   must {figure.Must} moonshot {figure.Moonshot}: {figure.Verdict}{(figure.Note is null ? "" : $"   ({figure.Note})")}";

    internal static string Number(double value) => value.ToString(Math.Abs(value) switch { >= 100 => "#,0", >= 10 => "0.0", _ => "0.00#" }, CultureInfo.InvariantCulture);

    private static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        var said = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return said;
    }
}
