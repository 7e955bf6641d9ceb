using CrmStudio.Infrastructure.Platform;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Report;
using CrmStudio.Load.Seeding;

namespace CrmStudio.Load.Measures;

/// <summary>Runs the measures that were named, or all.</summary>
public static class MeasureRun
{
    private const string Seeding = "P20";

    private static readonly IMeasure[] all =
        [new ServiceCall(), new Growth(), new DeepPage(), new InteractionCpu(), new ThousandCircuits(), new IdleMemory(), new Payloads(), new FirstLoad(), new Statements(), new Viewers(), new Peers(), new PdfPace()];

    public static IEnumerable<string> Names => [Seeding, .. all.Select(measure => measure.Name)];

    public static async Task RunAsync(string[] options, CancellationToken ct)
    {
        var wanted = options.Where(option => !option.StartsWith('-')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (wanted.Except(Names, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown) throw new StartUpRefusedException($"'{unknown}' cannot be measured: say {string.Join(", ", Names)}.");
        bool wants(string name) => wanted.Count == 0 || wanted.Contains(name);

        await using var database = await BenchDatabase.OpenAsync(ct);
        if (wants(Seeding)) await new Seed(database, SeedSize.From(options)).RunAsync(ct);
        var (large, small) = (await BenchOrganization.FindAsync(database, BenchOrganization.Large, ct), await BenchOrganization.FindAsync(database, BenchOrganization.Small, ct));
        if (!options.Contains("--published")) await AppProcess.PublishAsync(ct);
        await using var bench = new MeasureBench(database, large, small, options.Contains("--short"));
        foreach (var measure in all.Where(measure => wants(measure.Name)))
        {
            Paper.Say($"-- {measure.Name}");
            try
            {
                await measure.RunAsync(bench, ct);
            }
            catch (Exception failed) when (!ct.IsCancellationRequested)
            {
                Paper.Say($"{measure.Name} broke off, the others go on: {failed}");   // a run takes an hour
            }
            await bench.FreshAsync();
        }
    }
}
