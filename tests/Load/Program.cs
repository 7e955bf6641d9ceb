using CrmStudio.Infrastructure.Platform;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Dates;
using CrmStudio.Load.Hello;
using CrmStudio.Load.Imports;
using CrmStudio.Load.Measures;
using CrmStudio.Load.Report;
using CrmStudio.Load.Seeding;
using CrmStudio.Testing.Imports;

ImportHand.WorkWhenTold();
using var stop = new CancellationTokenSource();
using var interrupt = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});

try
{
    switch (args)
    {
        case ["seed", .. var options]:
            await using (var database = await BenchDatabase.OpenAsync(stop.Token)) await new Seed(database, SeedSize.From(options)).RunAsync(stop.Token);
            return 0;
        case ["report", .. var wanted]:
            await MeasureRun.RunAsync(wanted, stop.Token);
            return 0;
        case ["dates"]: return await DateComparison.RunAsync(stop.Token);
        case ["import", .. var options]:
            await using (var database = await BenchDatabase.OpenAsync(stop.Token)) await new ImportPace(database, ImportPace.RowsOf(options, 10_000), pairs: 5).RunAsync(stop.Token);
            return 0;
        case ["kills", .. var options]:
            await using (var database = await BenchDatabase.OpenAsync(stop.Token)) return await KillRun.RunAsync(database, ImportPace.RowsOf(options, 100_000), stop.Token);
        case ["hello", var url]:
            await HelloHost.RunAsync(url);
            return 0;
        default:
            Paper.Say("scripts/bench seed [--short]         makes the organizations that are measured (--short: a tenth of them)");
            Paper.Say($"scripts/bench report [names]         measures and writes docs/measurements.md: {string.Join(' ', MeasureRun.Names)}");
            Paper.Say("                                     within fifteen minutes; --whole: larger blocks, an hour; --short: smallest blocks, only printed;");
            Paper.Say("                                     --seeded: the rows that are there; --published: the app as it was published last");
            Paper.Say("scripts/bench dates                   compares 20,000 regulatory dates with a second implementation");
            Paper.Say("scripts/bench import [rows]           imports files of loans beside the bare rows: P4");
            Paper.Say("scripts/bench kills [rows]            imports files of 100,000 loans by a process that is killed 20 times, and compares");
            return 1;
    }
}
catch (StartUpRefusedException refused)
{
    Paper.Say(refused.Message);
    return 1;
}
