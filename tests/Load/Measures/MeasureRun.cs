using System.Diagnostics;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Report;
using CrmStudio.Load.Seeding;

namespace CrmStudio.Load.Measures;

/// <summary>Runs the measures that were named, or all.</summary>
public static class MeasureRun
{
    /// <summary>How long a run takes at most; what is not taken by then is said not to be.</summary>
    public static readonly TimeSpan Brisk = TimeSpan.FromMinutes(15);

    private const string Seeding = "P20";

    private static readonly IMeasure[] all =
        [new ServiceCall(), new Growth(), new DeepPage(), new InteractionCpu(), new IdleMemory(), new Payloads(), new FirstLoad(), new Statements(), new Viewers(), new PdfPace(), new ThousandCircuits(), new Peers()];

    public static IEnumerable<string> Names => [Seeding, .. all.Select(measure => measure.Name)];

    public static async Task RunAsync(string[] options, CancellationToken ct)
    {
        var wanted = options.Where(option => !option.StartsWith('-')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (wanted.Except(Names, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown) throw new StartUpRefusedException($"'{unknown}' cannot be measured: say {string.Join(", ", Names)}.");
        bool wants(string name) => wanted.Count == 0 || wanted.Contains(name);

        var form = options.Contains("--short") ? RunForm.Try : options.Contains("--whole") ? RunForm.Whole : RunForm.Brisk;
        var from = Stopwatch.GetTimestamp();
        await using var database = await BenchDatabase.OpenAsync(ct);
        if (wants(Seeding) && !options.Contains("--seeded")) await new Seed(database, SeedSize.From(options)).RunAsync(ct);
        var (large, small) = (await BenchOrganization.FindAsync(database, BenchOrganization.Large, ct), await BenchOrganization.FindAsync(database, BenchOrganization.Small, ct));
        if (!options.Contains("--published")) await AppProcess.PublishAsync(ct);
        await using var bench = new MeasureBench(database, large, small, form);
        foreach (var measure in all.Where(measure => wants(measure.Name)))
        {
            Paper.Say($"-- {measure.Name}, {Stopwatch.GetElapsedTime(from):mm\\:ss} after the start");
            var (begun, left) = (TimeProvider.System.GetUtcNow(), Brisk - Stopwatch.GetElapsedTime(from));
            var why = form == RunForm.Brisk && left <= TimeSpan.Zero ? $"the {Brisk.TotalMinutes:0} minutes of the run were over; scripts/bench report {measure.Name} --seeded takes it" : await TryAsync(measure, bench, form == RunForm.Brisk ? left : null, ct);
            if (form != RunForm.Try) FigureBook.Taken(measure.Name, begun, why);
            if (why is not null) Paper.Say($"{measure.Name} was not taken: {why}");
            await bench.FreshAsync();
        }
        Paper.Say($"-- over, {Stopwatch.GetElapsedTime(from):mm\\:ss} after the start");
    }

    /// <returns>Why it was not taken; null when it was.</returns>
    private static async Task<string?> TryAsync(IMeasure measure, MeasureBench bench, TimeSpan? most, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (most is { } time) patience.CancelAfter(time);
        try
        {
            await measure.RunAsync(bench, patience.Token).WaitAsync(patience.Token);
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested && patience.IsCancellationRequested)
        {
            return $"the {Brisk.TotalMinutes:0} minutes of the run were over in the middle of it; scripts/bench report {measure.Name} --seeded takes it";
        }
        catch (Exception failed) when (!ct.IsCancellationRequested)
        {
            Paper.Say(failed.ToString());
            return $"it broke off: {failed.Message.ReplaceLineEndings(" ")}";
        }
    }
}
