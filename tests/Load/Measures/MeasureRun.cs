using CrmStudio.Infrastructure.Platform;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>Runs the measures that were named, or all.</summary>
public static class MeasureRun
{
    private static readonly IMeasure[] all = [new BoardCall(), new Growth(), new Statements(), new CardMove()];

    public static IEnumerable<string> Names => all.Select(measure => measure.Name);

    public static async Task RunAsync(string[] options, CancellationToken ct)
    {
        var wanted = options.Where(option => !option.StartsWith('-')).ToList();
        if (wanted.Except(Names).FirstOrDefault() is { } unknown) throw new StartUpRefusedException($"'{unknown}' cannot be measured: say {string.Join(", ", Names)}.");

        await using var database = await BenchDatabase.OpenAsync(ct);
        var (large, small) = (await BenchOrganization.FindAsync(database, BenchOrganization.Large, ct), await BenchOrganization.FindAsync(database, BenchOrganization.Small, ct));
        if (!options.Contains("--published")) await AppProcess.PublishAsync(ct);
        await using var bench = new MeasureBench(database, large, small, options.Contains("--short"));
        foreach (var measure in all.Where(measure => wanted.Count == 0 || wanted.Contains(measure.Name)))
        {
            Paper.Say($"-- {measure.Name}");
            await measure.RunAsync(bench, ct);
            await bench.FreshAsync();
        }
    }
}
