using System.Diagnostics;
using System.Globalization;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.App.Loans.Import;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;
using CrmStudio.Load.Seeding;
using CrmStudio.Testing.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Load.Imports;

/// <summary>
/// P4: a file of loans from upload to the last row written, beside the bare rows: the same number of contacts, loans, parts and stays
/// by COPY and insert-select into the same tables, with their indexes, keys and fence. No checks, audit, search or way back there.
/// </summary>
public sealed class ImportPace(BenchDatabase database, int rows, int pairs)
{
    private ImportOrganization organization = default!;
    private readonly List<double> cpuOfOurs = [], cpuOfBare = [];
    private ServerGauge server = default!;
    private int file;

    /// <summary>The number among the options.</summary>
    public static int RowsOf(string[] options, int otherwise) => options.Select(option => int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0).FirstOrDefault(count => count > 0, otherwise);

    public async Task RunAsync(CancellationToken ct)
    {
        await using var owner = new NpgsqlConnection(database.OwnerString);
        await owner.OpenAsync(ct);
        organization = await ImportOrganization.MakeAsync(database, owner, ct);

        server = await ServerGauge.OfAsync(owner, ct);
        var before = MachineLoad.Now;
        var steps = new List<string>();
        var taken = await Pairs.RunAsync(pairs, () => ImportAsync(steps, ct), () => BareAsync(owner, ct));
        foreach (var step in steps) Paper.Say(step);
        FigureBook.Keep(new Figure("P4", $"CSV import of {rows.ToString("N0", CultureInfo.InvariantCulture)} loans, upload to last row: loans/s", rows / taken.Ours.Median, "/s")
        {
            Anchor = rows / taken.Anchor.Median, AnchorName = "the bare rows of the four tables", Spread = new Sample(taken.Anchor.Numbers.Zip(taken.Ours.Numbers, (bare, ours) => bare / ours)).Range(),
            Must = Limit.AtLeast(0.4), Moonshot = Limit.AtLeast(0.7), Load = $"{before} → {MachineLoad.Now}",
            Note = string.Create(CultureInfo.InvariantCulture, $"median {taken.Ours.Median:0.0} s, least {taken.Ours.Least:0.0} s; bare median {taken.Anchor.Median:0.0} s; CPU of app and database {new Sample(cpuOfOurs[1..]).Median:0.00} s, of the bare rows {new Sample(cpuOfBare[1..]).Median:0.00} s"),
        });
    }

    private async Task<double> ImportAsync(List<string> steps, CancellationToken ct)
    {
        var content = new LoanFile(rows, $"F{file++}").Open();
        var (cpu, servers) = (Process.GetCurrentProcess().TotalProcessorTime, server.Cpu);
        var from = Stopwatch.GetTimestamp();
        var id = await AsAsync<ReceiveFile, Outcome<Guid>>(verb => verb.RunAsync(new(LoanImportKind.KindName, content, "bench.csv"), ct));
        var received = Stopwatch.GetElapsedTime(from);
        var import = await SystemAsync(unit => unit.Db.Imports.AsNoTracking().SingleAsync(i => i.Id == id.Value, ct), ct);
        Done(await AsAsync<CheckImport, Outcome>(verb => verb.RunAsync(new(LoanImportKind.KindName, id.Value, import.Mapping().Fields, ImportDuplicates.Skip), ct)));
        await WorkAsync(ct);
        var checkedAt = Stopwatch.GetElapsedTime(from);
        Done(await AsAsync<StartImport, Outcome>(verb => verb.RunAsync(LoanImportKind.KindName, id.Value, ct)));
        await WorkAsync(ct);
        var whole = Stopwatch.GetElapsedTime(from);
        var mine = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var theirs = server.Cpu - servers;
        cpuOfOurs.Add((mine + theirs).TotalSeconds);

        from = Stopwatch.GetTimestamp();
        Done(await AsAsync<UndoImport, Outcome>(verb => verb.RunAsync(LoanImportKind.KindName, id.Value, ct)));
        await WorkAsync(ct);
        steps.Add(string.Create(CultureInfo.InvariantCulture, $"received {received.TotalSeconds:0.00} s   checked {(checkedAt - received).TotalSeconds:0.00} s   written {(whole - checkedAt).TotalSeconds:0.00} s   whole {whole.TotalSeconds:0.00} s (CPU: app {mine.TotalSeconds:0.00} s, database {theirs.TotalSeconds:0.00} s)   taken back {Stopwatch.GetElapsedTime(from).TotalSeconds:0.00} s"));
        return whole.TotalSeconds;
    }

    private async Task<double> BareAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        var (org, officers) = (organization.Id, organization.Officers);
        var people = new ContactLines(org, officers, rows, TimeProvider.System.GetUtcNow());
        var lines = new LoanLines(org, await SeededPipeline.ReadAsync(owner, ct), officers, people.Ids, rows, TimeProvider.System.GetUtcNow());
        var spent = TimeSpan.Zero;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime + server.Cpu;
        await CopyAsync("contacts", ContactLines.Columns, people.Contacts());
        await CopyAsync("loans", LoanLines.Columns, lines.Loans());
        await CopyAsync("loan_parties", LoanLines.PartyColumns, lines.Parties());
        await CopyAsync("loan_stage_visits", LoanLines.VisitColumns, lines.Visits());
        cpuOfBare.Add((Process.GetCurrentProcess().TotalProcessorTime + server.Cpu - cpu).TotalSeconds);
        await using var clear = new NpgsqlCommand("delete from loan_parties; delete from loan_stage_visits; delete from loans; delete from contacts", owner) { CommandTimeout = 0 };
        await clear.ExecuteNonQueryAsync(ct);
        return spent.TotalSeconds;

        async Task CopyAsync(string table, string columns, IEnumerable<string> rows)
        {
            var copy = new CopyTable(owner, table, columns);
            await copy.RunAsync([.. rows], ct);
            spent += copy.Copied + copy.Inserted;
        }
    }

    private async Task<TResult> AsAsync<TVerb, TResult>(Func<TVerb, Task<TResult>> act)
        where TVerb : notnull
    {
        await using var scope = await organization.AsAdminAsync();
        return await act(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    private async Task WorkAsync(CancellationToken ct)
    {
        await using var scope = organization.AsSystem();
        await scope.ServiceProvider.GetRequiredService<WorkOnImports>().RunAsync(ct);
    }

    private async Task<T> SystemAsync<T>(Func<CrmUnit, Task<T>> read, CancellationToken ct)
    {
        await using var scope = organization.AsSystem();
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("bench.import", AccessPermissions.OwnAccount, ct);
        return unit.Refused is { } refused ? throw new InvalidOperationException(refused.Message) : await read(unit);
    }

    private static void Done(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException(outcome.Refusal.Message);
    }
}
