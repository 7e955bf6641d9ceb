using System.Diagnostics;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.Locks.UseCases;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Report;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Load.Seeding;

/// <summary>Makes the two organizations that are measured, beside each other in one database. What a former seed made goes.</summary>
public sealed class Seed(BenchDatabase database, SeedSize size)
{
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();
    private int rows;
    private TimeSpan copied;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var owner = new NpgsqlConnection(database.OwnerString);
        await owner.OpenAsync(ct);
        await RunAsync(owner, "truncate organizations, users cascade", ct);

        var from = Stopwatch.GetTimestamp();
        await FillAsync(owner, BenchOrganization.Large, size.LargeLoans, size.LargeContacts, size.LargeOfficers, size.LargeAdmins, ct);
        await FillAsync(owner, BenchOrganization.Small, size.SmallLoans, size.SmallContacts, size.SmallOfficers, 1, ct);
        var filled = Stopwatch.GetElapsedTime(from);
        await RunAsync(owner, "vacuum (analyze)", ct);   // as PostgreSQL does by itself after a while
        var whole = Stopwatch.GetElapsedTime(from);
        await SettleAsync(owner, ct);
        await RunAsync(owner, "vacuum (analyze)", ct);

        Paper.Say($"{rows:n0} rows in {whole.TotalSeconds:0.0} s: {rows / filled.TotalSeconds:n0} rows/s, plain COPY of the same rows {rows / copied.TotalSeconds:n0} rows/s, ratio {copied / filled:0.000}");
        FigureBook.Keep(new Figure("P20", "Seed: seconds for all rows, through row-level security and every index", whole.TotalSeconds, "s")
        {
            Anchor = copied.TotalSeconds, AnchorName = "plain COPY of the same rows into a table without index", Must = Limit.AtMost(300), Moonshot = Limit.AtMost(60), Judged = Judged.Ours,
            Spread = $"{rows:n0} rows, {rows / filled.TotalSeconds:n0} rows/s",
        });
    }

    // What the jobs of the app would begin with and be at for minutes, beside whatever is measured then. The search index of a million
    // people is not measured here: one hit in each organization keeps its job from making it.
    private async Task SettleAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        var from = Stopwatch.GetTimestamp();
        foreach (var slug in (string[])[BenchOrganization.Large, BenchOrganization.Small])
        {
            await using (var bind = new NpgsqlCommand("select set_config('app.org_id', id::text, false) from organizations where slug = $1", owner) { Parameters = { new() { Value = slug } } }) await bind.ExecuteNonQueryAsync(ct);
            await RunAsync(owner, "insert into search_hits (org_id, kind, id, is_name, word) select org_id, 'contacts', id, true, lower(last_name) from contacts limit 1", ct);
        }
        var sweep = database.Services.GetRequiredService<OrganizationSweep>();
        await sweep.EachOrganizationAsync<ExpireLocks>((job, more) => job.RunAsync(more), ct);
        await sweep.EachOrganizationAsync<AlertExpiringLocks>((job, more) => job.RunAsync(more), ct);
        await sweep.EachOrganizationAsync<KeepLoanTasks>((job, more) => job.RunAsync(more), ct);
        Paper.Say($"locks and tasks {Stopwatch.GetElapsedTime(from).TotalSeconds,6:0.0} s");
    }

    private async Task FillAsync(NpgsqlConnection owner, string slug, int loans, int contacts, int officers, int admins, CancellationToken ct)
    {
        var org = Guid.CreateVersion7();
        var members = await SeededOrganization.MakeAsync(database, owner, org, slug, officers, admins, ct);
        await using (var bind = new NpgsqlCommand("select set_config('app.org_id', $1, false)", owner) { Parameters = { new() { Value = org.ToString() } } })
            await bind.ExecuteNonQueryAsync(ct);

        var people = new ContactLines(org, members, contacts, now);
        await CopyAsync(owner, "contacts", ContactLines.Columns, people.Contacts(), ct);
        var lines = new LoanLines(org, await SeededPipeline.ReadAsync(owner, ct), members, people.Ids, loans, now);
        await CopyAsync(owner, "loans", LoanLines.Columns, lines.Loans(), ct);
        await CopyAsync(owner, "loan_parties", LoanLines.PartyColumns, lines.Parties(), ct);
        await CopyAsync(owner, "loan_stage_visits", LoanLines.VisitColumns, lines.Visits(), ct);
    }

    private async Task CopyAsync(NpgsqlConnection owner, string table, string columns, IEnumerable<string> lines, CancellationToken ct)
    {
        var copy = new CopyTable(owner, table, columns);
        await copy.RunAsync(lines, ct);
        (rows, copied) = (rows + copy.Rows, copied + copy.Copied);
        Paper.Say($"{table,-20} {copy.Rows,10:n0} rows   COPY {copy.Copied.TotalSeconds,6:0.0} s   insert-select {copy.Inserted.TotalSeconds,6:0.0} s   {copy.Rows / (copy.Copied + copy.Inserted).TotalSeconds,9:n0} rows/s");
    }

    private static async Task RunAsync(NpgsqlConnection owner, string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, owner) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
